/** A place in a configuration file. Lines count from 1, offsets are UTF-16 units from the file's start. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly start: number;
}

/** One directive as nginx reads it, with the place of its first and last byte. */
export interface Directive extends Place {
  readonly name: string;
  /** Words after the name, quotes and escapes already taken away. */
  readonly args: readonly string[];
  /** Offset after the closing `;` or `}`. */
  readonly end: number;
  /** Offset after `{`, for blocks. */
  readonly bodyStart?: number;
  readonly block?: readonly Directive[];
}

/** A configuration as far as it could be read. */
export interface Config {
  readonly main: string;
  readonly directives: readonly Directive[];
  /** The text of every file that was read, by absolute path. */
  readonly texts: ReadonlyMap<string, string>;
  /** What could not be read, each in one sentence. */
  readonly problems: readonly string[];
}

/** A word, `{`, `}` or `;` with its place. */
export interface Token {
  readonly kind: 'word' | 'open' | 'close' | 'end';
  readonly text: string;
  readonly line: number;
  readonly start: number;
  readonly stop: number;
}

/** One line of a configuration file as the user wrote it, without the indentation. */
export function quoteLine(config: Config, place: Place): string {
  const text = config.texts.get(place.file);
  if (text === undefined) return '';
  const from = text.lastIndexOf('\n', place.start - 1) + 1;
  const to = text.indexOf('\n', place.start);
  return text
    .slice(from, to < 0 ? undefined : to)
    .trim()
    .slice(0, 300);
}

/** The directive's own bytes, up to the opening brace for a block. */
export function sourceOf(config: Config, directive: Directive): string {
  const text = config.texts.get(directive.file) ?? '';
  return text.slice(directive.start, directive.bodyStart ?? directive.end);
}
