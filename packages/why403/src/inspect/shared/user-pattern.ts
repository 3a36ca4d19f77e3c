/** Patterns from configuration files: PCRE as servers read it, in JavaScript's form. */
import { boundPattern } from './bounded-match.ts';

const POSIX: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
  word: '\\w',
  print: ' -~',
  graph: '!-~',
  cntrl: '\\x00-\\x1f\\x7f',
};

/** Lists of addresses stand in one pattern too. */
const MAX_PATTERN = 1 << 20;
/** Compiled patterns that are kept: more than a large configuration holds, since each is asked again and again. */
const MOST_KEPT = 50_000;

/** A compiled pattern. `exec` gives the groups, null for no match, undefined where the time limit struck. */
export interface UserPattern {
  exec(text: string): readonly (string | undefined)[] | null | undefined;
}

function translate(source: string): { source: string; flags: string } | undefined {
  let flags = '';
  let text = source;
  const inline = /^\(\?([imsx]{1,4})\)/.exec(text);
  if (inline) {
    if (inline[1]?.includes('x')) return undefined;
    flags = inline[1] ?? '';
    text = text.slice(inline[0].length);
  }
  let out = '';
  let inClass = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '\\') {
      const next = text[++i] ?? '\\';
      if (next === 'A') out += '^';
      else if (next === 'z') out += '$';
      else if (next === 'Z') out += '(?=\\n?$)';
      else if (next === 'h') out += inClass ? ' \\t' : '[ \\t]';
      else if (/[GKRX]/.test(next)) return undefined;
      else out += `\\${next}`;
    } else if (inClass) {
      const named = /^\[:(\^?)([a-z]{4,6}):\]/.exec(text.slice(i, i + 12));
      if (named) {
        const set = POSIX[named[2] ?? ''];
        if (!set || named[1]) return undefined;
        out += set;
        i += named[0].length - 1;
      } else {
        out += c === '[' ? '\\[' : c;
        if (c === ']') inClass = false;
      }
    } else if (c === '[') {
      inClass = true;
      out += c;
      if (text[i + 1] === '^') out += text[++i];
      // A bracket right after the opening one stands for itself in PCRE.
      if (text[i + 1] === ']') {
        out += '\\]';
        i++;
      }
    } else if (c === '(' && text.startsWith('(?P<', i)) {
      out += '(?<';
      i += 3;
    } else if (c === '(' && /^\(\?(?:>|[-imsx]{1,4}:|\||R|\(|#)/.test(text.slice(i, i + 7))) return undefined;
    else if (c === '+' && /[*+?}]/.test(text[i - 1] ?? '') && text[i - 2] !== '\\') return undefined;
    else out += c;
  }
  return { source: out, flags };
}

// Two maps of the patterns as they stand: to make a key of pattern and case took longer than to look it up.
const exact = new Map<string, UserPattern | undefined>();
const caseless = new Map<string, UserPattern | undefined>();

function compile(source: string, ignoreCase: boolean): UserPattern | undefined {
  if (source.length > MAX_PATTERN) return undefined;
  const translated = translate(source);
  if (!translated) return undefined;
  try {
    const flags = [...new Set(translated.flags + (ignoreCase ? 'i' : ''))].join('');
    const pattern = boundPattern(translated.source, flags);
    return {
      exec: (text) => {
        const found = pattern.exec(text);
        return found ? found.groups : found;
      },
    };
  } catch {
    return undefined;
  }
}

/** Compiles a server's pattern; undefined where it uses what this engine cannot do (possessive quantifiers, recursion, …). */
export function compilePattern(source: string, ignoreCase = false): UserPattern | undefined {
  const cache = ignoreCase ? caseless : exact;
  const known = cache.get(source);
  if (known || cache.has(source)) return known;
  if (cache.size >= MOST_KEPT) cache.clear();
  const made = compile(source, ignoreCase);
  cache.set(source, made);
  return made;
}

/** A shell wildcard as a pattern: `*` and `?` stop at a slash where `pathname` is set. */
export function matchWildcard(
  wildcard: string,
  text: string,
  options: { pathname?: boolean; ignoreCase?: boolean } = {},
): boolean {
  if (!/[[\\]/.test(wildcard)) {
    const fold = (one: string): string => (options.ignoreCase ? one.toLowerCase() : one);
    return matchPlain(fold(wildcard), fold(text), options.pathname === true);
  }
  const any = options.pathname ? '[^/]' : '[\\s\\S]';
  let out = '^';
  for (let i = 0; i < wildcard.length; i++) {
    const c = wildcard[i] as string;
    if (c === '*') {
      while (wildcard[i + 1] === '*') i++;
      out += `${any}*`;
    } else if (c === '?') out += any;
    else if (c === '[' && wildcard.indexOf(']', i + 2) > 0) {
      const end = wildcard.indexOf(']', i + 2);
      out += `[${wildcard
        .slice(i + 1, end)
        .replace(/^!/, '^')
        .replace(/\\/g, '\\\\')}]`;
      i = end;
    } else out += (c === '\\' ? (wildcard[++i] ?? '') : c).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  }
  return !!compilePattern(`${out}$`, options.ignoreCase ?? false)?.exec(text);
}

/** A wildcard of stars and question marks alone. After a miss only the last star takes one character more. */
function matchPlain(wildcard: string, text: string, pathname: boolean): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let i = 0; i < text.length; ) {
    const c = wildcard[at];
    if (c === '*') {
      star = at++;
      taken = i;
    } else if (c === text[i] || (c === '?' && !(pathname && text[i] === '/'))) {
      at++;
      i++;
    } else if (star >= 0 && !(pathname && text[taken] === '/')) {
      at = star + 1;
      i = ++taken;
    } else return false;
  }
  while (wildcard[at] === '*') at++;
  return at === wildcard.length;
}
