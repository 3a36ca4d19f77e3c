import type { Header } from '../model/exchange.ts';
import type { Importer } from '../model/importer.ts';
import { decodeUtf8, encodeUtf8 } from './parts/bytes.ts';
import { answered, type Recorded } from './parts/recorded.ts';

type Value = Uint8Array | string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

const DEEPEST = 40;
const MOST_FLOWS = 20_000;

/** Flows that mitmproxy saves (`-w FILE`): one tnetstring each (https://tnetstrings.info, with its own type for text). */
const mitmproxy: Importer = {
  id: 'mitmproxy',
  title: 'mitmproxy flows',
  accepts: (text) =>
    /^\d{1,9}:\d{1,9}:[a-z_]{2,30}[;,]/.test(text) && /:(?:version|request|type)[;,]/.test(text.slice(0, 65_536)),
  read(text, context) {
    // lengths count bytes: where the file is no UTF-8, each of them came as one character
    const bytes = /[^\x00-\xff]/.test(text) ? encodeUtf8(text) : bytesOf(text);
    const flows: Recorded[] = [];
    for (let at = 0; at < bytes.length && flows.length < MOST_FLOWS; ) {
      const read = readValue(bytes, at, 0);
      if (!read) break;
      at = read.end;
      const one = readFlow(read.value);
      if (one) flows.push(one);
    }
    return answered(flows, 'a recording of mitmproxy', context);
  },
};

export default mitmproxy;

/** A text whose characters are bytes, unless they are UTF-8 already decoded. */
function bytesOf(text: string): Uint8Array {
  const plain = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return /[\x80-\xff]/.test(text) && readValue(plain, 0, 0) === undefined ? encodeUtf8(text) : plain;
}

function readValue(
  bytes: Uint8Array,
  at: number,
  depth: number,
): { readonly value: Value; readonly end: number } | undefined {
  let start = at;
  let length = 0;
  while (start < bytes.length && bytes[start]! >= 48 && bytes[start]! <= 57 && start - at < 10)
    length = length * 10 + bytes[start++]! - 48;
  if (start === at || bytes[start] !== 58 || depth > DEEPEST) return undefined;
  const from = start + 1;
  const end = from + length;
  if (end >= bytes.length) return undefined;
  const inner = bytes.subarray(from, end);
  const value = typed(String.fromCharCode(bytes[end]!), inner, depth);
  return value === undefined ? undefined : { value, end: end + 1 };
}

function typed(type: string, inner: Uint8Array, depth: number): Value | undefined {
  if (type === ',') return inner;
  if (type === ';') return decodeUtf8(inner);
  if (type === '#' || type === '^') return Number(decodeUtf8(inner.subarray(0, 40)));
  if (type === '!') return inner.length === 4;
  if (type === '~') return null;
  if (type !== ']' && type !== '}') return undefined;
  const list: Value[] = [];
  for (let at = 0; at < inner.length; ) {
    const read = readValue(inner, at, depth + 1);
    if (!read) return undefined;
    list.push(read.value);
    at = read.end;
  }
  if (type === ']') return list;
  const pairs: [string, Value][] = [];
  for (let at = 0; at + 1 < list.length; at += 2) pairs.push([textOf(list[at]) ?? '', list[at + 1]!]);
  return Object.fromEntries(pairs);
}

function readFlow(flow: Value): Recorded | undefined {
  const request = objectOf(objectOf(flow)?.['request']);
  const response = objectOf(objectOf(flow)?.['response']);
  const host = textOf(request?.['host']) ?? '';
  if (!request || host === '') return undefined;
  const scheme = textOf(request['scheme']) === 'http' ? 'http' : 'https';
  const port = Number(request['port']);
  const headers = headersOf(request['headers']);
  const authority = textOf(request['authority']) || headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  const usual = port === (scheme === 'http' ? 80 : 443) ? '' : `:${port}`;
  const status = Number(response?.['status_code']);
  return {
    method: textOf(request['method']) ?? 'GET',
    url: `${scheme}://${authority ?? `${host}${usual}`}${textOf(request['path']) ?? '/'}`,
    headers,
    body: textOf(request['content']),
    ...(response && status > 0
      ? {
          response: {
            status,
            reason: textOf(response['reason']),
            headers: headersOf(response['headers']),
            body: textOf(response['content']),
          },
        }
      : {}),
  };
}

function headersOf(value: Value | undefined): readonly Header[] {
  return Array.isArray(value)
    ? (value as readonly Value[]).flatMap((pair): Header[] =>
        Array.isArray(pair) && pair.length === 2 ? [[textOf(pair[0]) ?? '', textOf(pair[1]) ?? '']] : [],
      )
    : [];
}

function objectOf(value: Value | undefined): { readonly [name: string]: Value } | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
    ? (value as { readonly [name: string]: Value })
    : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return value instanceof Uint8Array ? decodeUtf8(value) : typeof value === 'string' ? value : undefined;
}
