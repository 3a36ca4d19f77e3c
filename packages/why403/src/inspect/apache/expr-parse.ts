/** Apache's expressions, parsed. Grammar: https://httpd.apache.org/docs/2.4/expr.html#grammar ; SSLRequire's older words too. */

export type Part =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'variable'; readonly name: string }
  | { readonly is: 'call'; readonly name: string; readonly arg: Word }
  | { readonly is: 'group'; readonly index: number };
export type Word = readonly Part[];

export type Expr =
  | { readonly is: 'literal'; readonly value: boolean }
  | { readonly is: 'not'; readonly of: Expr }
  | { readonly is: 'and' | 'or'; readonly left: Expr; readonly right: Expr }
  | { readonly is: 'compare'; readonly op: string; readonly left: Word; readonly right: Word; readonly source: string }
  | {
      readonly is: 'match';
      readonly not: boolean;
      readonly left: Word;
      readonly pattern: string;
      readonly ignoreCase: boolean;
      readonly source: string;
    }
  | { readonly is: 'in'; readonly left: Word; readonly list: readonly Word[]; readonly source: string }
  | { readonly is: 'unary'; readonly op: string; readonly word: Word; readonly source: string };

const COMPARE =
  /^(?:==|!=|<=|>=|=|<|>|-(?:eq|ne|lt|le|gt|ge|ipmatch|strmatch|strcmatch|fnmatch)\b|(?:eq|ne|lt|le|gt|ge)\b)/;

class Stop extends Error {}

/** Parsed expressions that are kept: more than a large configuration holds, since each is asked for every request that is tried. */
const MOST_KEPT = 50_000;
const parsed = new Map<string, Expr | undefined>();

/** Parses an expression; undefined where it is not understood. */
export function parseExpr(source: string): Expr | undefined {
  if (!parsed.has(source)) {
    if (parsed.size >= MOST_KEPT) parsed.clear();
    parsed.set(source, parseAnew(source));
  }
  return parsed.get(source);
}

function parseAnew(source: string): Expr | undefined {
  let at = 0;
  const fail = (): never => {
    throw new Stop();
  };
  const blank = (): void => {
    while (/\s/.test(source[at] ?? '')) at++;
  };
  const eat = (pattern: RegExp): string | undefined => {
    blank();
    const found = pattern.exec(source.slice(at));
    if (!found) return undefined;
    at += found[0].length;
    return found[0];
  };

  const variablePart = (): Part => {
    // After `%{`.
    const end = source.indexOf('}', at);
    if (end < 0) fail();
    const inside = source.slice(at, end);
    at = end + 1;
    const call = /^([a-zA-Z_]+):(.*)$/s.exec(inside);
    if (call)
      return { is: 'call', name: (call[1] as string).toLowerCase(), arg: [{ is: 'text', text: call[2] as string }] };
    return { is: 'variable', name: inside };
  };
  const quoted = (quote: string): Word => {
    const parts: Part[] = [];
    let text = '';
    const flush = (): void => {
      if (text) parts.push({ is: 'text', text });
      text = '';
    };
    while (at < source.length && source[at] !== quote) {
      const c = source[at] as string;
      if (c === '\\') {
        const next = source[at + 1] ?? '';
        text += next === 'n' ? '\n' : next === 't' ? '\t' : next;
        at += 2;
      } else if (c === '%' && source[at + 1] === '{') {
        flush();
        at += 2;
        parts.push(variablePart());
      } else if (c === '$' && /\d/.test(source[at + 1] ?? '')) {
        flush();
        parts.push({ is: 'group', index: Number(source[at + 1]) });
        at += 2;
      } else {
        text += c;
        at++;
      }
    }
    if (source[at++] !== quote) fail();
    flush();
    return parts;
  };
  const oneWord = (): Word => {
    blank();
    const c = source[at] ?? '';
    if (c === '"' || c === "'") {
      at++;
      return quoted(c);
    }
    if (c === '%' && source[at + 1] === '{') {
      at += 2;
      return [variablePart()];
    }
    if (c === '$' && /\d/.test(source[at + 1] ?? '')) {
      at += 2;
      return [{ is: 'group', index: Number(source[at - 1]) }];
    }
    const call = eat(/^[a-zA-Z_][\w]{0,40}\(/);
    if (call) {
      const arg = word();
      if (!eat(/^\)/)) fail();
      return [{ is: 'call', name: call.slice(0, -1).toLowerCase(), arg }];
    }
    const bare = eat(/^[-+]?\d+(?:\.\d+)?|^[A-Za-z_][\w.-]{0,200}/);
    return bare === undefined ? fail() : [{ is: 'text', text: bare }];
  };
  function word(): Word {
    let out = oneWord();
    while (eat(/^\.(?=[\s"'%a-zA-Z])/)) out = [...out, ...oneWord()];
    return out;
  }
  const regex = (): { pattern: string; ignoreCase: boolean } => {
    const open = eat(/^(?:m[^\w\s]|\/)/);
    if (!open) return fail();
    const delimiter = open.slice(-1);
    let pattern = '';
    while (at < source.length && source[at] !== delimiter) {
      if (source[at] === '\\' && source[at + 1] === delimiter) at++;
      else if (source[at] === '\\') pattern += source[at++];
      pattern += source[at++] ?? '';
    }
    if (source[at++] !== delimiter) fail();
    const flags = /^[imsxnN]{0,6}/.exec(source.slice(at))?.[0] ?? '';
    at += flags.length;
    return { pattern, ignoreCase: flags.includes('i') };
  };

  const comparison = (start: number): Expr => {
    const unary = eat(/^-[a-zA-Z](?=[\s"'%])/);
    if (unary) {
      const target = word();
      return { is: 'unary', op: unary, word: target, source: source.slice(start, at).trim() };
    }
    const left = word();
    const matched = eat(/^(?:=~|!~)/);
    if (matched) {
      const { pattern, ignoreCase } = regex();
      return { is: 'match', not: matched === '!~', left, pattern, ignoreCase, source: source.slice(start, at).trim() };
    }
    if (eat(/^-?in\b/)) {
      if (!eat(/^\{/)) fail();
      const list = [word()];
      while (eat(/^,/)) list.push(word());
      if (!eat(/^\}/)) fail();
      return { is: 'in', left, list, source: source.slice(start, at).trim() };
    }
    const op = eat(COMPARE) ?? fail();
    const right = word();
    return { is: 'compare', op: op.replace(/^-/, ''), left, right, source: source.slice(start, at).trim() };
  };
  const unit = (depth: number): Expr => {
    if (depth > 50) fail();
    blank();
    const start = at;
    if (eat(/^!(?![~=])|^not\b/)) return { is: 'not', of: unit(depth + 1) };
    if (eat(/^\(/)) {
      const inner = either(depth + 1);
      if (!eat(/^\)/)) fail();
      return inner;
    }
    const literal = eat(/^(?:true|false)\b/i);
    if (literal) return { is: 'literal', value: literal.toLowerCase() === 'true' };
    return comparison(start);
  };
  const both = (depth: number): Expr => {
    let left = unit(depth);
    while (eat(/^(?:&&|and\b)/i)) left = { is: 'and', left, right: unit(depth) };
    return left;
  };
  function either(depth: number): Expr {
    let left = both(depth);
    while (eat(/^(?:\|\||or\b)/i)) left = { is: 'or', left, right: both(depth) };
    return left;
  }

  try {
    const result = either(0);
    blank();
    return at >= source.length ? result : undefined;
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}
