// A text with its escapes taken away, and where each character of it stood: so that a secret is found in any spelling.

/** A text and, for each of its units, where it stood in the text that it was made of; one more for the end. */
export interface Decoded {
  readonly text: string;
  readonly at: Uint32Array;
}

const ESCAPE =
  /(?:%[0-9a-f]{2})+|\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|\\["'\\/bfnrt]|&#\d{1,7};|&#x[0-9a-f]{1,6};|&(?:amp|lt|gt|quot|apos|nbsp|equals|plus|sol|colon|period|lowbar|hyphen|dash|num|excl|dollar|percnt|ast|commat|semi|quest);|=[0-9A-F]{2}(?==|[A-Za-z0-9])/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  equals: '=',
  plus: '+',
  sol: '/',
  colon: ':',
  period: '.',
  lowbar: '_',
  hyphen: '-',
  dash: '-',
  num: '#',
  excl: '!',
  dollar: '$',
  percnt: '%',
  ast: '*',
  commat: '@',
  semi: ';',
  quest: '?',
};
const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Escapes of a JSON string (RFC 8259 section 7), and any other character behind a backslash. */
export const JSON_ESCAPE = /\\u[0-9a-f]{4}|\\[^u]/gi;

/** Undoes the escapes of URLs, JSON, JavaScript and HTML, or those of one pattern, one layer of them. Undefined where there are none. */
export function unescaped(text: string, pattern = ESCAPE): Decoded | undefined {
  if (!/[%\\&=]/.test(text)) return undefined;
  const parts: string[] = [];
  const starts: number[] = [];
  let last = 0;
  const put = (plain: string, from: number): void => {
    parts.push(plain);
    starts.push(from);
  };
  for (const match of text.matchAll(pattern)) {
    if (match.index > last) put(text.slice(last, match.index), last);
    put(plainOf(match[0]), match.index);
    last = match.index + match[0].length;
  }
  if (last === 0) return undefined;
  if (last < text.length) put(text.slice(last), last);
  const whole = parts.join('');
  const at = new Uint32Array(whole.length + 1);
  let i = 0;
  for (const [n, part] of parts.entries()) {
    const from = starts[n]!;
    const to = n + 1 < parts.length ? starts[n + 1]! : text.length;
    // a run of escapes gives each of its characters the share of it that made it
    const each = (to - from) / Math.max(1, part.length);
    for (let k = 0; k < part.length; k++) at[i++] = from + Math.floor(k * each);
  }
  at[i] = text.length;
  return { text: whole, at };
}

function plainOf(spelled: string): string {
  if (spelled[0] === '%') {
    try {
      return decodeURIComponent(spelled);
    } catch {
      return spelled.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  }
  if (spelled[0] === '=') return String.fromCharCode(Number.parseInt(spelled.slice(1), 16));
  if (spelled[0] === '&') {
    const number = /^&#(x?)([0-9a-f]+);/i.exec(spelled);
    if (!number) return NAMED[spelled.slice(1, -1).toLowerCase()] ?? spelled;
    return character(Number.parseInt(number[2]!, number[1] ? 16 : 10));
  }
  const kind = spelled[1]!;
  if (kind === 'u' || kind === 'x') return character(Number.parseInt(spelled.slice(2).replace(/[{}]/g, ''), 16));
  return SIMPLE[kind] ?? kind;
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
