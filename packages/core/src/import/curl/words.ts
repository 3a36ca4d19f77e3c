/** One word of a command as the program gets it, and where it stood in the user's text. */
export interface Word {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

/** One simple command of a shell line. */
export interface Command {
  readonly words: readonly Word[];
  /** What the line itself gives as standard input (`<<EOF`, `<<<`), or the file it is read from (`<`). */
  readonly stdin?: { readonly text: string } | { readonly file: string };
  /** The operator that ended it; empty at the end of the text. */
  readonly endedBy: string;
}

/** A line split by the rules of one shell. */
export interface SplitLine {
  readonly text: string;
  readonly commands: readonly Command[];
  readonly notes: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;
