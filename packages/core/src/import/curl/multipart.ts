import { concatBytes, encodeUtf8, toBase64 } from '../parts/bytes.ts';
import type { ReadFile } from './data.ts';
import { type Given, refuseValue } from './draft.ts';

/** Content types that curl tells by a file's name. */
const TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

interface Part {
  readonly content: Uint8Array;
  readonly name: string;
  readonly filename: string | undefined;
  readonly type: string | undefined;
  readonly headers: readonly string[];
  readonly encoder: string | undefined;
}

/** A multipart body and its boundary. */
interface Multipart {
  readonly boundary: string;
  readonly bytes: Uint8Array;
}

/** Builds the body of `-F` and `--form-string` (RFC 7578) as curl lays it out. The boundary follows from the contents. */
export function buildMultipart(
  form: readonly Given[],
  options: { readonly escapeBackslash: boolean; readonly disposition: 'form-data' | 'attachment' },
  read: ReadFile,
  text: string,
): Multipart {
  const parts = form.map((given) => readPart(given, read, text));
  const boundary = `------------------------${fingerprint(parts.map((part) => part.content))}`;
  const chunks: Uint8Array[] = [];
  const write = (line: string) => chunks.push(encodeUtf8(line));
  const quote = options.escapeBackslash ? quoteBackslash : quotePercent;
  for (const part of parts) {
    const filename = part.filename === undefined ? '' : `; filename="${quote(part.filename)}"`;
    const name = part.name === '' ? '' : `; name="${quote(part.name)}"`;
    write(`--${boundary}\r\nContent-Disposition: ${options.disposition}${name}${filename}\r\n`);
    if (part.type !== undefined) write(`Content-Type: ${part.type}\r\n`);
    if (part.encoder !== undefined) write(`Content-Transfer-Encoding: ${part.encoder}\r\n`);
    for (const header of part.headers) write(`${header}\r\n`);
    write('\r\n');
    chunks.push(part.encoder === 'base64' ? encodeUtf8(wrapBase64(part.content)) : part.content);
    write('\r\n');
  }
  write(`--${boundary}--\r\n`);
  return { boundary, bytes: concatBytes(chunks) };
}

function readPart(given: Given, read: ReadFile, text: string): Part {
  const equals = given.value.indexOf('=');
  if (equals < 0) throw refuseValue(given, text, 'name=content');
  const name = given.value.slice(0, equals);
  const rest = given.value.slice(equals + 1);
  const plain = { name, filename: undefined, type: undefined, headers: [], encoder: undefined };
  if (given.setting.name === 'form-string') return { ...plain, content: encodeUtf8(rest) };
  if (rest.startsWith('(') || rest.startsWith(')')) {
    throw refuseValue(given, text, 'one part a form field here: nested multiparts are not built');
  }
  const kind = rest[0] === '@' || rest[0] === '<' ? rest[0] : undefined;
  const { value, parameters } = readParameters(kind ? rest.slice(1) : rest);
  if (kind && value.includes(',') && !rest.startsWith(`${kind}"`)) {
    throw refuseValue(
      given,
      text,
      'one file a form field here: several make a nested multipart',
      'Give each file its own -F, or quote a name with a comma in it.',
    );
  }
  const encoder = parameters.find(([key]) => key === 'encoder')?.[1];
  if (encoder !== undefined && !['base64', '7bit', '8bit', 'binary'].includes(encoder)) {
    throw refuseValue(given, text, 'an encoder of base64, 7bit, 8bit or binary here');
  }
  const type = parameters.find(([key]) => key === 'type')?.[1];
  const filename = parameters.find(([key]) => key === 'filename')?.[1];
  const headers = parameters
    .filter(([key]) => key === 'headers')
    .flatMap(([, one]) =>
      one.startsWith('@')
        ? new TextDecoder()
            .decode(read(one.slice(1)))
            .split(/\r?\n/)
            .filter(Boolean)
        : [one],
    );
  if (!kind) return { ...plain, content: encodeUtf8(value), filename, type, headers, encoder };
  const content = read(value);
  const shown = kind === '@' ? (filename ?? (value === '-' ? '-' : value.split(/[/\\]/).at(-1)!)) : filename;
  // Standard input has no type of its own; a file's unknown ending means any bytes.
  const guessed = typeOfName(shown) ?? (value === '-' ? undefined : (typeOfName(value) ?? 'application/octet-stream'));
  return {
    ...plain,
    content,
    filename: shown,
    type: type ?? (shown === undefined ? undefined : guessed),
    headers,
    encoder,
  };
}

/** Splits `value;type=a/b;filename="x"` at its known parameters; a quoted value may hold semicolons. */
function readParameters(text: string): {
  readonly value: string;
  readonly parameters: readonly (readonly [string, string])[];
} {
  const first = readToken(text, 0);
  const parameters: [string, string][] = [];
  let i = first.end;
  while (i < text.length) {
    const key = /^;\s{0,20}(type|filename|headers|encoder)=/i.exec(text.slice(i, i + 40));
    if (!key) {
      // A type may have parameters of its own; anything else curl drops.
      const next = text.indexOf(';', i + 1);
      const end = next < 0 ? text.length : next;
      const last = parameters.at(-1);
      if (last?.[0] === 'type') last[1] += text.slice(i, end);
      i = end;
      continue;
    }
    const token = readToken(text, i + key[0].length);
    parameters.push([key[1]!.toLowerCase(), token.value]);
    i = token.end;
  }
  return { value: first.value, parameters };
}

/** Reads a quoted value, or one up to the next semicolon with the spaces around it taken away. */
function readToken(text: string, from: number): { readonly value: string; readonly end: number } {
  let at = from;
  while (text[at] === ' ' || text[at] === '\t') at++;
  if (text[at] === '"') {
    const parts: string[] = [];
    let i = at + 1;
    while (i < text.length && text[i] !== '"') {
      if (text[i] === '\\' && /["\\]/.test(text[i + 1] ?? '')) i++;
      parts.push(text[i]!);
      i++;
    }
    // A quote that is not closed, or followed by more, stands for itself.
    if (i < text.length && /^(?:;|$)/.test(text.slice(i + 1, i + 2))) return { value: parts.join(''), end: i + 1 };
  }
  const next = text.indexOf(';', at);
  const end = next < 0 ? text.length : next;
  return { value: text.slice(at, end).trimEnd(), end };
}

/** The type that a name's ending tells. */
function typeOfName(name: string | undefined): string | undefined {
  return TYPES[/\.([a-z]{3,4})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? ''];
}

function quotePercent(text: string): string {
  return text.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function quoteBackslash(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}

function wrapBase64(bytes: Uint8Array): string {
  return toBase64(bytes).replace(/.{76}(?=.)/g, '$&\r\n');
}

/** Sixteen hexadecimal digits from the parts (FNV-1a, 32 bits, forwards and backwards): the same form, the same boundary. */
function fingerprint(parts: readonly Uint8Array[]): string {
  let a = 0x811c9dc5;
  let b = 0x9dc5811c;
  for (const part of parts) {
    for (const byte of part) {
      a = Math.imul(a ^ byte, 0x01000193);
      b = Math.imul(b ^ (byte + 1), 0x01000193);
    }
    a = Math.imul(a ^ 0x100, 0x01000193);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}
