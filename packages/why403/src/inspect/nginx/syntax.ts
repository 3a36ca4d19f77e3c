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
  /** How many directives there are in all, those in blocks too. */
  readonly size: number;
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

const SECRET_NAME = '(?:authorization|cookie|\\w*(?:token|secret|signature|session|auth|key|passw)\\w*)';
const SECRETS: readonly RegExp[] = [
  new RegExp(`(\\$(?:http|arg|cookie)_${SECRET_NAME}\\s+!?[=~]\\*?\\s+)("[^"]*"|'[^']*'|[^\\s)"']+)`, 'gi'),
  /(\bsecure_link_md5\s+)("[^"]*"|'[^']*'|[^\s;"']+)/g,
  /(\bsecure_link_secret\s+)("[^"]*"|'[^']*'|[^\s;"']+)/g,
  /(\b(?:Bearer|Basic)\s+)([^\s"';]+)/gi,
];

/** Takes out what a rule compares credentials with: a report may be pasted into a ticket. */
export function hideSecrets(text: string): string {
  return SECRETS.reduce(
    (kept, pattern) =>
      kept.replace(pattern, (all: string, before: string, value: string) =>
        /^["']{2}$/.test(value) ? all : `${before}<secret>`,
      ),
    text,
  );
}

/** One line of a configuration file as the user wrote it, without the indentation and without secrets. */
export function quoteLine(config: Config, place: Place): string {
  const text = config.texts.get(place.file);
  if (text === undefined) return '';
  const from = text.lastIndexOf('\n', place.start - 1) + 1;
  const to = text.indexOf('\n', place.start);
  return hideSecrets(text.slice(from, to < 0 ? undefined : Math.min(to, from + 4000)).trim()).slice(0, 300);
}

/** A directive's own words without its block, on one line and without secrets. */
export function quoteHead(config: Config, directive: Directive): string {
  const known = heads.get(directive);
  if (known !== undefined) return known;
  const text = sourceOf(config, directive).slice(0, 2000).replace(/\s+/g, ' ');
  const head = hideSecrets(text.replace(/ ?[{;]$/, '')).slice(0, 100);
  heads.set(directive, head);
  return head;
}

// Each is asked for again and again while changes are tried.
const heads = new WeakMap<Directive, string>();

/** The directive's own bytes, up to the opening brace for a block. */
export function sourceOf(config: Config, directive: Directive): string {
  const text = config.texts.get(directive.file) ?? '';
  return text.slice(directive.start, directive.bodyStart ?? directive.end);
}
