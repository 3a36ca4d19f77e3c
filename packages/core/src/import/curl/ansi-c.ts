import { decodeUtf8 } from '../parts/bytes.ts';

const SIMPLE: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  e: 27,
  E: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
  v: 11,
  '\\': 92,
  "'": 39,
  '"': 34,
  '?': 63,
};

/**
 * Reads the inside of `$'…'` from `at` (POSIX.1-2024 XCU 2.2.4, with bash's `\u` and `\U`). Runs of `\x` and octal
 * escapes are bytes of UTF-8. `end` is the place after the closing quote, or -1 where there is none.
 */
export function readAnsiC(text: string, at: number): { readonly value: string; readonly end: number } {
  const parts: string[] = [];
  let bytes: number[] = [];
  const flush = () => {
    if (bytes.length > 0) parts.push(decodeUtf8(Uint8Array.from(bytes)));
    bytes = [];
  };
  let i = at;
  while (i < text.length) {
    if (text[i] === "'") {
      flush();
      return { value: parts.join(''), end: i + 1 };
    }
    if (text[i] !== '\\') {
      flush();
      const run = /[^'\\]{1,8192}/y;
      run.lastIndex = i;
      const plain = run.exec(text)![0];
      parts.push(plain);
      i += plain.length;
      continue;
    }
    const rest = text.slice(i + 1, i + 10);
    const numeric = /^(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c(.))/s.exec(rest);
    if (numeric) {
      const [whole, hex, short, long, octal, control] = numeric;
      if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
      else if (octal !== undefined) bytes.push(Number.parseInt(octal, 8) & 255);
      else {
        flush();
        if (control !== undefined) parts.push(String.fromCharCode(control.charCodeAt(0) & 31));
        else {
          const code = Number.parseInt((short ?? long)!, 16);
          // Browsers write one \u escape per UTF-16 unit, so halves of a pair must stay units.
          parts.push(
            code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : String.fromCharCode(code & 0xffff),
          );
        }
      }
      i += 1 + whole.length;
    } else {
      flush();
      const simple = SIMPLE[rest[0] ?? ''];
      parts.push(simple === undefined ? text.slice(i, i + 2) : String.fromCharCode(simple));
      i += 2;
    }
  }
  return { value: '', end: -1 };
}
