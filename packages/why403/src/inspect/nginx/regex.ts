import { createContext, Script } from 'node:vm';

/** What a regular expression made of a text; `unknown` where it cannot be carried over or takes too long. */
export type RegexResult =
  | {
      readonly matched: true;
      readonly captures: readonly (string | undefined)[];
      readonly named: Readonly<Record<string, string>>;
    }
  | { readonly matched: false }
  | { readonly unknown: string };

const compiled = new Map<string, RegExp | string>();

/** Turns a PCRE pattern into JavaScript's form, or says why it cannot be. */
function compile(pattern: string, caseless: boolean): RegExp | string {
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
  let result: RegExp | string;
  try {
    result =
      foreign || flags.includes('x')
        ? `the regular expression "${pattern}" uses a form of PCRE that is not evaluated here`
        : new RegExp(source, flags);
  } catch {
    result = `the regular expression "${pattern}" cannot be read`;
  }
  if (compiled.size > 5000) compiled.clear();
  compiled.set(key, result);
  return result;
}

/** A pattern with nothing that can run away: matched without a watchdog, which costs a thread per call. */
const TAME = /^(?:[^*+{\\]|\\.|[*+](?!.*[*+{]))*$/s;

const sandbox = createContext({ re: /(?:)/, text: '' });
const script = new Script('re.exec(text)');

/**
 * Matches a regular expression of the configuration against text of the request.
 * The pattern is the user's, the text anyone's, so a match that would take longer than 250 ms is given up.
 */
export function matchRegex(pattern: string, caseless: boolean, text: string): RegexResult {
  const regex = compile(pattern, caseless);
  if (typeof regex === 'string') return { unknown: regex };
  // nginx matches bytes; JavaScript units. For ASCII they are the same.
  let match: RegExpExecArray | null;
  if (TAME.test(pattern) || text.length < 24) match = regex.exec(text);
  else {
    try {
      sandbox.re = regex;
      sandbox.text = text;
      match = script.runInContext(sandbox, { timeout: 250 }) as RegExpExecArray | null;
    } catch {
      return { unknown: `the regular expression "${pattern}" takes too long` };
    }
  }
  if (!match) return { matched: false };
  return { matched: true, captures: [...match], named: { ...(match.groups ?? {}) } };
}
