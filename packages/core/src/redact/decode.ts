// A text with its escapes taken away, and where each character of it stood: so that a secret is found in any spelling.

/** A text and, for each of its units, where it stood in the text that it was made of; one more for the end. */
export interface Decoded {
  readonly text: string;
  readonly at: Uint32Array;
}

const ESCAPE =
  /(?:%[0-9a-f]{2})+|\\u\{[0-9a-f]{1,6}\}|\\u[0-9a-f]{4}|\\x[0-9a-f]{2}|(?:\\[0-3][0-7]{2})+|\\["'\\/bfnrt]|&#\d{1,7};?|&#x[0-9a-f]{1,6};?|\b(?:0x)?[0-9a-f]{2}(?:[:\s,-]{1,3}(?:0x)?[0-9a-f]{2}){3,}\b|\b\d{1,3}(?:[\s,]{1,3}\d{1,3}){3,}\b|&(?:amp|lt|gt|quot|apos|nbsp|equals|plus|sol|colon|period|lowbar|hyphen|dash|num|excl|dollar|percnt|ast|commat|semi|quest|tab|newline|shy|zwn?j|zerowidthspace|nobreak|[lr]rm);|=[0-9A-F]{2}(?==|[A-Za-z0-9])/gi;
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
  tab: '\t',
  newline: '\n',
  // nothing is seen of these
  shy: '',
  zwj: '',
  zwnj: '',
  zerowidthspace: '',
  nobreak: '',
  lrm: '',
  rlm: '',
};
const SIMPLE: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** Escapes of a JSON string (RFC 8259 section 7), and any other character behind a backslash. */
export const JSON_ESCAPE = /\\u[0-9a-f]{4}|\\[^u]/gi;

/** Undoes the escapes of URLs, JSON, JavaScript and HTML, or those of one pattern, one layer of them. Undefined where there are none. */
export function unescaped(text: string, pattern = ESCAPE): Decoded | undefined {
  if (!/[%\\&=]|[0-9a-f]{2}[:\s,-]/i.test(text)) return undefined;
  const parts: string[] = [];
  const starts: number[] = [];
  let last = 0;
  const put = (plain: string, from: number): void => {
    parts.push(plain);
    starts.push(from);
  };
  for (const match of text.matchAll(pattern)) {
    const plain = plainOf(match[0]);
    // numbers that are no bytes of a text
    if (plain === undefined) continue;
    if (match.index > last) put(text.slice(last, match.index), last);
    put(plain, match.index);
    last = match.index + match[0].length;
  }
  if (last === 0) return undefined;
  if (last < text.length) put(text.slice(last), last);
  return decoded(text, parts, starts);
}

/** A text of parts, and where each began in the text that it was made of. */
function decoded(text: string, parts: readonly string[], starts: readonly number[]): Decoded {
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

const BETWEEN =
  /(?<=[\p{L}\p{N}])(?:<(?:\/?(?!redacted)[a-z]|!)[^<>]{0,200}>){1,5}(?=[\p{L}\p{N}])|(?<=(?<![^\s>])[\p{L}\p{N}])\s{1,3}(?=[\p{L}\p{N}](?![^\s<.,;:!?]))|[\p{Default_Ignorable_Code_Point}\p{Cf}]+|[^\x00-\xff]/giu;

/** The same letters without what parts or dresses them: tags within a word, spaces between single letters, what is not seen, wide and bold letters. Undefined without any. */
export function undressed(text: string): Decoded | undefined {
  const parts: string[] = [];
  const starts: number[] = [];
  let last = 0;
  for (const { 0: found, index } of text.matchAll(BETWEEN)) {
    const plain = /^[<\s\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(found) ? '' : found.normalize('NFKC');
    if (plain === found) continue;
    if (index > last) {
      parts.push(text.slice(last, index));
      starts.push(last);
    }
    parts.push(plain);
    starts.push(index);
    last = index + found.length;
  }
  if (last === 0) return undefined;
  parts.push(text.slice(last));
  starts.push(last);
  return decoded(text, parts, starts);
}

function plainOf(spelled: string): string | undefined {
  if (spelled[0] === '%') {
    try {
      return decodeURIComponent(spelled);
    } catch {
      return spelled.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    }
  }
  if (/^[0-9a-f]/i.test(spelled)) return textOfBytes(spelled);
  if (spelled[0] === '=') return String.fromCharCode(Number.parseInt(spelled.slice(1), 16));
  if (spelled[0] === '&') return entityOf(spelled) ?? spelled;
  const kind = spelled[1]!;
  if (/[0-3]/.test(kind))
    return utf8(Uint8Array.from(spelled.slice(1).split('\\'), (octal) => Number.parseInt(octal, 8)));
  if (kind === 'u' || kind === 'x') return character(Number.parseInt(spelled.slice(2).replace(/[{}]/g, ''), 16));
  return SIMPLE[kind] ?? kind;
}

/** What a character reference of HTML stands for; undefined for one that is not known. */
export function entityOf(spelled: string): string | undefined {
  const number = /^&#(x?)([0-9a-f]+);?$/i.exec(spelled);
  if (!number) return NAMED[spelled.slice(1).replace(';', '').toLowerCase()];
  return character(Number.parseInt(number[2]!, number[1] ? 16 : 10));
}

/** The text of bytes written as numbers, in hex or decimal; undefined where they are none that a text is made of. */
function textOfBytes(spelled: string): string | undefined {
  const numbers = spelled.split(/[:\s,-]{1,3}/);
  const asHex = numbers.every((one) => /^(?:0x)?[0-9a-f]{2}$/i.test(one));
  const bytes = numbers.map((one) => (asHex ? Number.parseInt(one.slice(-2), 16) : Number(one)));
  return bytes.every((byte) => byte >= 0x20 && byte <= 0xff) ? utf8(Uint8Array.from(bytes)) : undefined;
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}
