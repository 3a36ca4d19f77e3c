// Objects as JavaScript, Python, Ruby and Rust print them: names without quotes, values that were left out, names of classes before them.
// Our own, since a library reads one of these forms, and none the object of one inside the output of another.

const DEEPEST = 60;

/** Undoes the escapes of a string literal. */
export function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(/\\(?:u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|([\s\S]))/g, (_, u: string, x: string, c: string) => {
    if (u ?? x) return String.fromCharCode(Number.parseInt(u ?? x, 16));
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '', a: '', e: '' }[c] ?? c;
  });
}

/** An apostrophe inside a word is none. */
export function isQuote(text: string, at: number): boolean {
  return !/\w/.test(text[at - 1] ?? '') || /[bru]/.test(text[at - 1] ?? '');
}

export function stringEnd(text: string, at: number, quote: string): number {
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote) return i;
    else if (text[i] === '\n' && quote !== '`' && i - at > 4000) return -1;
  }
  return -1;
}

/** An object as a language prints it, as JSON; undefined where it is none. */
export function printedObject(raw: string): string | undefined {
  if (
    raw.length > 262_144 ||
    !/^[{[]\s{0,200}(?:[{[]\s{0,200})?(?:["']?[\w$@.-]{1,80}["']?\s{0,9}(?::|=>)|:\w{1,60}\s?=>)/.test(raw)
  )
    return undefined;
  const value = readValue({ text: raw, at: 0 }, 0);
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return undefined;
  return JSON.stringify(value);
}

interface Place {
  readonly text: string;
  at: number;
}

const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  nil: null,
  undefined: null,
};
/** What Node prints for a value that it leaves out, or before one. */
const TAG =
  /\[(?:Object|Function|AsyncFunction|Array|Circular|Getter|Setter|class|Symbol|Date|Map|Set|[A-Z]\w{0,60}(?=\]))(?:[^[\]{}"]|\[[^[\]{}"]{0,80}\]){0,120}\]?/y;

function at(p: Place, pattern: RegExp): string | undefined {
  pattern.lastIndex = p.at;
  return pattern.exec(p.text)?.[0];
}

function readValue(p: Place, depth: number): unknown {
  skip(p, /\s/);
  const tag = at(p, TAG);
  if (tag !== undefined) {
    p.at += tag.length;
    return at(p, /\s{0,9}\{/y) === undefined || depth >= DEEPEST ? null : readValue(p, depth + 1);
  }
  const c = p.text[p.at];
  if ((c === '{' || c === '[') && depth < DEEPEST) return readMembers(p, depth, c);
  if (at(p, /[bru]["']/y) !== undefined) p.at++;
  if (/["'`]/.test(p.text[p.at] ?? '')) return readStrings(p);
  return readWord(p, depth);
}

/** A string, and what is added to it by `+`. */
function readStrings(p: Place): string {
  let whole = '';
  for (;;) {
    const quote = p.text[p.at]!;
    const close = stringEnd(p.text, p.at, quote);
    whole += unescaped(p.text.slice(p.at + 1, close < 0 ? p.text.length : close));
    p.at = close < 0 ? p.text.length : close + 1;
    const plus = at(p, /\s{0,99}\+\s{0,99}(?=["'`])/y);
    if (plus === undefined) return whole;
    p.at += plus.length;
  }
}

/** A number, a word, or what a constructor's name stands before: `Socket {`, `Some("a")`, `<ref *1> ClientRequest {`. */
function readWord(p: Place, depth: number): unknown {
  const found = at(p, /[^\s,(){}[\]"']{1,400}/y)?.replace(/:$/, '') ?? '';
  p.at += Math.max(1, found.length);
  if (found in WORDS) return WORDS[found];
  if (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(found)) return Number(found);
  if (depth >= DEEPEST) return found;
  if (p.text[p.at] === '(') {
    p.at++;
    const inner = readValue(p, depth + 1);
    const close = at(p, /\s{0,9}\)/y);
    if (close !== undefined) p.at += close.length;
    return inner;
  }
  const before = at(p, /(?: \*\d{1,4}>)?(?: [A-Z]\w{0,60}){0,3}(?: \[[\w :]{1,60}\])?\s{0,9}(?=\{)/y);
  if (before === undefined || !/^[A-Z<]/.test(found)) return found;
  p.at += before.length;
  return readValue(p, depth + 1);
}

function readMembers(p: Place, depth: number, open: string): unknown {
  const list: unknown[] = [];
  const object: Record<string, unknown> = {};
  p.at++;
  while (p.at < p.text.length) {
    skip(p, /[\s,;]/);
    const c = p.text[p.at];
    if (c === undefined) break;
    if (c === '}' || c === ']') {
      p.at++;
      break;
    }
    const name = readValue(p, depth + 1);
    skip(p, /\s/);
    const sign = at(p, /:|=>/y);
    if (sign === undefined || open === '[') {
      if (open === '[') list.push(name);
      if (sign !== undefined) p.at += sign.length;
      continue;
    }
    p.at += sign.length;
    const value = readValue(p, depth + 1);
    if (typeof name === 'string' || typeof name === 'number')
      Object.defineProperty(object, String(name).replace(/^:/, ''), {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return open === '[' ? list : object;
}

function skip(p: Place, what: RegExp): void {
  while (p.at < p.text.length && what.test(p.text[p.at]!)) p.at++;
}
