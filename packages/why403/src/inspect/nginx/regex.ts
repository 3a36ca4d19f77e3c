import { type BoundedPattern, boundPattern } from '../shared/bounded-match.ts';

/** What a regular expression made of a text; `unknown` where it cannot be carried over or takes too long. */
export type RegexResult =
  | {
      readonly matched: true;
      readonly captures: readonly (string | undefined)[];
      readonly named: Readonly<Record<string, string>>;
    }
  | { readonly matched: false }
  | { readonly unknown: string };

const compiled = new Map<string, BoundedPattern | string>();
const MOST_KEPT = 50_000;

/** Turns a PCRE pattern into JavaScript's form, or says why it cannot be. */
function compile(pattern: string, caseless: boolean): BoundedPattern | string {
  // Flags: a dot never matches a newline here, as in nginx.
  const key = `${caseless ? 'i' : '-'}${pattern}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  let flags = caseless ? 'is' : 's';
  let source = pattern;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline) {
    source = source.slice(inline[0].length);
    if (inline[1]?.includes('x')) flags = '';
    else flags = [...new Set([...flags, ...(inline[1] ?? '')])].filter((flag) => flag !== 's').join('');
  }
  // Without the `s` flag a dot does not match a newline in either dialect, and `$` may stand before a last one in PCRE.
  flags = flags.replace('s', '');
  source = source
    .replace(/\(\?P?<([A-Za-z_]\w*)>/g, '(?<$1>')
    .replace(/\(\?P=([A-Za-z_]\w*)\)/g, '\\k<$1>')
    .replace(/\\A/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(
      /\[\[:(\w+):\]\]/g,
      (all, name: string) =>
        ({
          digit: '[0-9]',
          alpha: '[A-Za-z]',
          alnum: '[A-Za-z0-9]',
          space: '\\s',
          xdigit: '[0-9A-Fa-f]',
          lower: '[a-z]',
          upper: '[A-Z]',
        })[name] ?? all,
    );
  const foreign = /\(\?[>|(R&]|[*+?}]\+|\\[GKRXQEH]|\\p|\[:\w+:\]/.test(source.replace(/\\\\/g, ''));
  let result: BoundedPattern | string;
  try {
    result =
      foreign || flags.includes('x')
        ? `the regular expression "${pattern}" uses a form of PCRE that is not evaluated here`
        : boundPattern(source, flags);
  } catch {
    result = `the regular expression "${pattern}" cannot be read`;
  }
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(key, result);
  return result;
}

/**
 * Matches a regular expression of the configuration against text of the request. nginx matches bytes, this matches units;
 * for ASCII they are the same.
 */
export function matchRegex(pattern: string, caseless: boolean, text: string): RegexResult {
  const regex = compile(pattern, caseless);
  if (typeof regex === 'string') return { unknown: regex };
  const match = regex.exec(text);
  if (match === undefined) return { unknown: `the regular expression "${pattern}" takes too long` };
  return match ? { matched: true, captures: match.groups, named: match.named } : { matched: false };
}
