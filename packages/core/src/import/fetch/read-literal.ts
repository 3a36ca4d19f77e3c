import { encodeUtf8, toBase64 } from '../parts/bytes.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';

/** A value of a JavaScript expression that needs no running. Objects are pairs: order and duplicates stay. */
export type Literal =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'plain'; readonly value: number | boolean | null | undefined }
  | { readonly kind: 'list'; readonly items: readonly Literal[] }
  | { readonly kind: 'object'; readonly pairs: readonly (readonly [string, Literal])[]; readonly made?: string };

interface ReadLiteral {
  readonly value: Literal;
  readonly end: number;
}

const DEEPEST = 60;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', '0': '\0' };

/**
 * Reads a JavaScript expression made of literals, by our own reader and without running it: strings, templates without
 * expressions, objects, lists, `+` of strings, JSON.stringify, URLSearchParams, Headers, btoa, and the `names` given.
 * Throws InputError with the place for anything else.
 */
export function readLiteral(text: string, at: number, names: ReadonlyMap<string, Literal>, depth = 0): ReadLiteral {
  let { value, end } = readOne(text, at, names, depth);
  for (;;) {
    const next = skipSpace(text, end);
    if (text.startsWith('.toString()', next) && value.kind === 'object' && value.made === 'URLSearchParams') {
      value = { kind: 'text', value: textOf(value.pairs[0]?.[1]) ?? '' };
      end = next + '.toString()'.length;
      continue;
    }
    if (text[next] !== '+' || value.kind === 'object' || value.kind === 'list') return { value, end };
    const right = readOne(text, next + 1, names, depth);
    value = { kind: 'text', value: `${textOf(value) ?? ''}${textOf(right.value) ?? ''}` };
    end = right.end;
  }
}

/** A literal as `String()` gives it, `undefined` for objects and lists. */
export function textOf(literal: Literal | undefined): string | undefined {
  if (literal?.kind === 'text') return literal.value;
  return literal?.kind === 'plain' ? String(literal.value) : undefined;
}

/** Skips white space and comments. */
export function skipSpace(text: string, at: number): number {
  let i = at;
  for (;;) {
    while (i < text.length && /\s/.test(text[i]!)) i++;
    if (text.startsWith('//', i)) {
      const newline = text.indexOf('\n', i);
      i = newline < 0 ? text.length : newline;
    } else if (text.startsWith('/*', i)) {
      const close = text.indexOf('*/', i + 2);
      i = close < 0 ? text.length : close + 2;
    } else return i;
  }
}

function readOne(text: string, from: number, names: ReadonlyMap<string, Literal>, depth: number): ReadLiteral {
  const at = skipSpace(text, from);
  if (depth > DEEPEST) throw refuse(text, at, 1, `Values are nested more than ${DEEPEST} deep.`);
  const char = text[at];
  if (char === '"' || char === "'" || char === '`') return readString(text, at);
  if (char === '{') return readObject(text, at, names, depth);
  if (char === '[') return readList(text, at, ']', names, depth);
  if (char === '(') {
    const inner = readLiteral(text, at + 1, names, depth + 1);
    return { value: inner.value, end: expect(text, inner.end, ')') };
  }
  const number = /^-?(?:0x[0-9a-f]{1,16}|[0-9]{1,20}(?:\.[0-9]{0,20})?(?:e[+-]?[0-9]{1,3})?)/i.exec(
    text.slice(at, at + 50),
  );
  if (number) return { value: { kind: 'plain', value: Number(number[0]) }, end: at + number[0].length };
  const name = /^(?:new\s{1,9})?[A-Za-z_$][\w$]{0,60}(?:\.[A-Za-z_$][\w$]{0,60}){0,4}/.exec(
    text.slice(at, at + 400),
  )?.[0];
  if (name === undefined) {
    throw at >= text.length
      ? refuse(text, Math.max(0, text.length - 1), 1, 'The line ends inside the fetch call.')
      : refuse(text, at, 1, `${quoteShort(text[at]!)} is not expected here.`);
  }
  return readNamed(text, at, name, names, depth);
}

function readNamed(
  text: string,
  at: number,
  name: string,
  names: ReadonlyMap<string, Literal>,
  depth: number,
): ReadLiteral {
  const end = at + name.length;
  const constants: Readonly<Record<string, null | boolean | undefined>> = {
    null: null,
    true: true,
    false: false,
    undefined,
  };
  if (Object.hasOwn(constants, name)) return { value: { kind: 'plain', value: constants[name] }, end };
  const known = names.get(name);
  if (known) return { value: known, end };
  const callee = name.replace(/^new\s+/, '').replace(/^(?:window|globalThis|self)\./, '');
  const open = skipSpace(text, end);
  if (
    text[open] === '(' &&
    ['JSON.stringify', 'URLSearchParams', 'Headers', 'URL', 'String', 'btoa', 'encodeURIComponent'].includes(callee)
  ) {
    const { value: list, end: close } = readList(text, open, ')', names, depth);
    const argument = list.kind === 'list' ? list.items[0] : undefined;
    return { value: call(callee, argument), end: close };
  }
  throw refuse(text, at, name.length, `The value of ${quoteShort(name, 40)} is not known here.`);
}

function call(callee: string, argument: Literal | undefined): Literal {
  const text = textOf(argument);
  switch (callee) {
    case 'JSON.stringify':
      return { kind: 'text', value: argument ? stringify(argument) : 'undefined' };
    case 'URLSearchParams':
      return {
        kind: 'object',
        pairs: [
          ['', { kind: 'text', value: text?.replace(/^\?/, '') ?? new URLSearchParams(pairsOf(argument)).toString() }],
        ],
        made: 'URLSearchParams',
      };
    case 'Headers':
      return {
        kind: 'object',
        pairs: pairsOf(argument).map(([key, value]) => [key, { kind: 'text', value }] as const),
      };
    case 'btoa':
      return { kind: 'text', value: toBase64(encodeUtf8(text ?? '')) };
    case 'encodeURIComponent':
      // A lone half of a surrogate pair would throw.
      return { kind: 'text', value: encodeURIComponent((text ?? '').replace(/[\ud800-\udfff]/gu, '\ufffd')) };
    default:
      return { kind: 'text', value: text ?? '' };
  }
}

/** Pairs of an object, or of a list of pairs, as texts. */
export function pairsOf(literal: Literal | undefined): [string, string][] {
  if (literal?.kind === 'object') return literal.pairs.map(([key, value]) => [key, textOf(value) ?? '']);
  if (literal?.kind !== 'list') return [];
  return literal.items.flatMap((item): [string, string][] =>
    item.kind === 'list' ? [[textOf(item.items[0]) ?? '', textOf(item.items[1]) ?? '']] : [],
  );
}

/** JSON as JSON.stringify writes it. */
function stringify(literal: Literal): string {
  switch (literal.kind) {
    case 'text':
      return JSON.stringify(literal.value);
    case 'plain':
      return JSON.stringify(literal.value) ?? 'null';
    case 'list':
      return `[${literal.items.map(stringify).join(',')}]`;
    case 'object': {
      const pairs = literal.pairs.filter(([, value]) => value.kind !== 'plain' || value.value !== undefined);
      return `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${stringify(value)}`).join(',')}}`;
    }
  }
}

function readObject(text: string, at: number, names: ReadonlyMap<string, Literal>, depth: number): ReadLiteral {
  const pairs: (readonly [string, Literal])[] = [];
  let i = skipSpace(text, at + 1);
  while (text[i] !== '}') {
    if (text.startsWith('...', i)) {
      const spread = readLiteral(text, i + 3, names, depth + 1);
      if (spread.value.kind === 'object') for (const pair of spread.value.pairs) pairs.push(pair);
      i = spread.end;
    } else {
      const key = readKey(text, i, names, depth);
      i = skipSpace(text, key.end);
      if (text[i] === ':') {
        const value = readLiteral(text, i + 1, names, depth + 1);
        pairs.push([key.name, value.value]);
        i = value.end;
      } else pairs.push([key.name, readNamed(text, key.at, key.name, names, depth).value]);
    }
    i = skipSpace(text, i);
    if (text[i] === ',') i = skipSpace(text, i + 1);
    else if (text[i] !== '}') throw refuse(text, Math.min(i, text.length - 1), 1, 'A comma or } is missing here.');
  }
  return { value: { kind: 'object', pairs }, end: i + 1 };
}

function readKey(
  text: string,
  at: number,
  names: ReadonlyMap<string, Literal>,
  depth: number,
): { readonly name: string; readonly at: number; readonly end: number } {
  if (text[at] === '"' || text[at] === "'") {
    const { value, end } = readString(text, at);
    return { name: textOf(value)!, at, end };
  }
  if (text[at] === '[') {
    const inner = readLiteral(text, at + 1, names, depth + 1);
    return { name: textOf(inner.value) ?? '', at, end: expect(text, inner.end, ']') };
  }
  const name = /^[\p{L}\p{N}_$]{1,200}/u.exec(text.slice(at, at + 200))?.[0];
  if (name === undefined)
    throw refuse(text, Math.min(at, Math.max(0, text.length - 1)), 1, 'The name of a property is missing here.');
  return { name, at, end: at + name.length };
}

/** Reads values up to `close`, from the bracket at `at`. */
export function readList(
  text: string,
  at: number,
  close: string,
  names: ReadonlyMap<string, Literal>,
  depth: number,
): ReadLiteral {
  const items: Literal[] = [];
  let i = skipSpace(text, at + 1);
  while (text[i] !== close) {
    const item = readLiteral(text, i, names, depth + 1);
    items.push(item.value);
    i = skipSpace(text, item.end);
    if (text[i] === ',') i = skipSpace(text, i + 1);
    else if (text[i] !== close)
      throw refuse(text, Math.min(i, text.length - 1), 1, `A comma or ${close} is missing here.`);
  }
  return { value: { kind: 'list', items }, end: i + 1 };
}

function readString(text: string, at: number): ReadLiteral {
  const quote = text[at]!;
  const parts: string[] = [];
  const plain = quote === '"' ? /[^"\\\n]{1,8192}/y : quote === "'" ? /[^'\\\n]{1,8192}/y : /[^`\\$]{1,8192}/y;
  let i = at + 1;
  while (i < text.length) {
    const char = text[i]!;
    if (char === quote) return { value: { kind: 'text', value: parts.join('') }, end: i + 1 };
    if (char === '\\') {
      const escaped = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\}|(\r\n|[\s\S]))/i.exec(
        text.slice(i, i + 12),
      );
      if (!escaped) break;
      const code = escaped[1] ?? escaped[2] ?? escaped[3];
      if (code !== undefined) {
        const number = Number.parseInt(code, 16);
        parts.push(
          number > 0x10ffff ? '\ufffd' : escaped[3] ? String.fromCodePoint(number) : String.fromCharCode(number),
        );
      } else if (!/^[\r\n]/.test(escaped[4]!)) parts.push(ESCAPES[escaped[4]!] ?? escaped[4]!);
      i += escaped[0].length;
    } else if (quote === '`' && char === '$') {
      if (text[i + 1] === '{')
        throw refuse(text, i, 2, 'A template with an expression in it cannot be worked out here.');
      parts.push('$');
      i++;
    } else {
      plain.lastIndex = i;
      const run = plain.exec(text)?.[0];
      if (run === undefined) break;
      parts.push(run);
      i += run.length;
    }
  }
  throw refuse(text, at, 1, `The quote ${quote} is not closed.`);
}

function expect(text: string, from: number, wanted: string): number {
  const at = skipSpace(text, from);
  if (text[at] !== wanted)
    throw refuse(text, Math.max(0, Math.min(at, text.length - 1)), 1, `A ${wanted} is missing here.`);
  return at + 1;
}

function refuse(text: string, at: number, length: number, message: string) {
  return errorAt(
    'MALFORMED',
    message,
    { text, at, length },
    "Copy the whole call, with values in place of names: the browser's Copy as fetch does.",
  );
}
