import type { Claim, Weight } from './cause.ts';
import type { CauseGroup, CauseId, Who } from './cause-id.ts';
import type { Exchange, Header } from './exchange.ts';
import type { ShellLine } from './shell.ts';

/**
 * A program through which people meet a refusal: how its output shows itself, what of request and answer stands in it, and what its
 * user does about it. Data as far as that goes; one file each in `import/tools/`. Patterns are tried on one line each and are linear.
 */
export interface Tool {
  readonly id: string;
  readonly name: string;
  /** The words by which its command is typed. */
  readonly commands?: readonly string[];
  /** A library or a program that speaks inside others: where one of those shows itself too, the output is that one's. */
  readonly inside?: true;
  /** Any of these on a line shows the tool. */
  readonly shows: readonly RegExp[];
  /** What it writes of its own accord, whatever the server said: advice, guesses, progress. A line that matches holds no word of a server. */
  readonly own?: readonly RegExp[];
  /** What it puts before every line, or before the server's lines; taken away before anything is read. */
  readonly before?: readonly RegExp[];
  /** Lines that hold the server's words, whatever stands in them. */
  readonly voice?: readonly RegExp[];
  /**
   * Lines that tell of request or answer in a form of its own, by the named groups `method`, `url`, `host`, `path`, `status`
   * (a code in words too), `reason` and `words`, which are the server's own. Others are read by no one.
   */
  readonly lines?: readonly (RegExp | ToolLine)[];
  /** What its messages leave out because it is always so. */
  readonly always?: { readonly method?: string; readonly host?: string; readonly status?: number };
  /** Reads a form of its own that no line alone shows. */
  read?(lines: readonly string[]): readonly Seen[];
  /** What its user can do, by the cause or by the group of causes; `any` where neither is named here. */
  readonly fixes?: Readonly<Partial<Record<CauseId | CauseGroup | 'any', readonly ToolFix[]>>>;
}

/** A line of its own, and what it means beyond what stands in its groups. */
export interface ToolLine {
  readonly is: RegExp;
  /** The status that the line stands for, where it names none. */
  readonly status?: number;
  readonly method?: string;
  /** What the tool's own words say about causes. */
  readonly means?: readonly { readonly cause: CauseId; readonly weight: Weight; readonly says: string }[];
}

/** One thing that the user of a tool can do. */
export interface ToolFix {
  readonly who?: Who;
  readonly text: string;
  readonly commands?: readonly ShellLine[] | ((exchange: Exchange) => readonly ShellLine[]);
}

/** What a text shows of one request and its answer; all of it may be missing. */
export interface Seen {
  readonly tool?: string;
  readonly method?: string;
  /** Absolute; a host without a scheme stands in `host`. */
  readonly url?: string;
  readonly host?: string;
  readonly path?: string;
  readonly requestHeaders?: readonly Header[];
  readonly requestBody?: string;
  readonly status?: number;
  /** The status was not shown: the words stand for it. */
  readonly assumed?: true;
  readonly reason?: string;
  readonly headers?: readonly Header[];
  /** The answer's body as it was. */
  readonly body?: string;
  /** Words that may be the answer's, where no body is shown. */
  readonly words?: string;
  /** What the tool's own words say about causes. */
  readonly claims?: readonly Claim[];
  /** Lines of the text that it stands in, from 0, both inclusive. */
  readonly from: number;
  readonly to: number;
}
