import { InputError } from '../../model/errors.ts';
import type { Body, Header, Request, Response } from '../../model/exchange.ts';
import { type Gap, gap } from '../../model/gap.ts';
import { bodyFromBytes, charsetOf, concatBytes, decodeUtf8, encodeUtf8 } from '../parts/bytes.ts';

/** The URL of a request that is not known; `.invalid` never resolves (RFC 2606). */
export const UNKNOWN_URL = 'https://unknown.invalid/';

const STATUS_LINE = /^HTTP\/([0-9](?:\.[0-9])?)[ \t]{1,9}([0-9]{3})(?:[ \t]([^\r\n]{0,2000}))?\r?$/;
const REQUEST_LINE =
  /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,60})[ \t]{1,9}(\S{1,65536})[ \t]{1,9}HTTP\/([0-9](?:\.[0-9])?)[ \t]{0,9}\r?$/;
/** As editors' .http files and people write it: a method and a whole URL. */
const SHORT_REQUEST_LINE = /^([A-Z]{3,20})[ \t]{1,9}(https?:\/\/\S{1,65536})[ \t]{0,9}\r?$/;

/** No server takes more; most take a hundred. */
const MOST_HEADERS = 5000;

type Version = NonNullable<Request['httpVersion']>;

/** The first line of a message. */
type StartLine =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly target: string;
      readonly version: Version | undefined;
    }
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly text: string;
      readonly version: Version | undefined;
    };

/** A message's start line and headers, and where its body begins in the text. */
export interface Head {
  readonly start: StartLine;
  readonly headers: readonly Header[];
  readonly bodyAt: number;
  /** Lines that are no header, as they stand. */
  readonly odd: readonly string[];
  /** Whether an empty line ended the head. */
  readonly complete: boolean;
}

function readStartLine(line: string): StartLine | undefined {
  const status = STATUS_LINE.exec(line);
  if (status) {
    return {
      kind: 'response',
      status: Number(status[2]),
      text: status[3]?.trim() ?? '',
      version: readVersion(status[1]!),
    };
  }
  const request = REQUEST_LINE.exec(line) ?? SHORT_REQUEST_LINE.exec(line);
  if (!request) return undefined;
  return {
    kind: 'request',
    method: request[1]!,
    target: request[2]!,
    version: request[3] === undefined ? undefined : readVersion(request[3]),
  };
}

function readVersion(text: string): Version | undefined {
  const version = text.replace(/^([23])\.0$/, '$1');
  return version === '1.0' || version === '1.1' || version === '2' || version === '3' ? version : undefined;
}

/** Reads a message's head at `at`: LF or CRLF, folded lines joined (RFC 9112 section 5.2). */
export function readHead(text: string, at: number): Head | undefined {
  let i = at;
  const nextLine = (): string => {
    const newline = text.indexOf('\n', i);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(i, end);
    i = newline < 0 ? text.length : newline + 1;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };
  const start = readStartLine(nextLine());
  if (!start) return undefined;
  const headers: [string, string][] = [];
  const odd: string[] = [];
  while (i < text.length) {
    const lineAt = i;
    const line = nextLine();
    if (line === '') return { start, headers, bodyAt: i, odd, complete: true };
    const field = /^([^\s:]{1,256}):(.*)$/s.exec(line);
    const last = headers.at(-1);
    if (headers.length > MOST_HEADERS || odd.length > MOST_HEADERS) {
      throw new InputError('MALFORMED', `The message has more than ${MOST_HEADERS} header lines.`);
    }
    if (field) headers.push([field[1]!, trimValue(field[2]!)]);
    else if (/^[ \t]/.test(line) && last) last[1] = `${last[1]} ${line.trim()}`;
    else if (line.trim() === '') return { start, headers, bodyAt: i, odd, complete: true };
    else if (readStartLine(line)) {
      // Another message without an empty line between.
      return { start, headers, bodyAt: lineAt, odd, complete: false };
    } else odd.push(line);
  }
  return { start, headers, bodyAt: text.length, odd, complete: false };
}

/** Takes optional white space away, spaces and tabs only (RFC 9110 section 5.5). */
function trimValue(value: string): string {
  let start = 0;
  let end = value.length;
  while (start < end && (value[start] === ' ' || value[start] === '\t')) start++;
  while (end > start && (value[end - 1] === ' ' || value[end - 1] === '\t')) end--;
  return value.slice(start, end);
}

export function findHeader(headers: readonly Header[], name: string): string | undefined {
  return headers.find(([one]) => one.toLowerCase() === name)?.[1];
}

/** Builds a response from its head and body text; a body that is still chunked is put together. */
export function makeResponse(head: Head, bodyText: string): Response {
  if (head.start.kind !== 'response') throw new TypeError('not a response');
  const { status, text, version } = head.start;
  const body = recode(makeBody(head.headers, bodyText), charsetOf(findHeader(head.headers, 'content-type')));
  return {
    status,
    ...(text === '' ? {} : { statusText: text }),
    ...(version ? { httpVersion: version } : {}),
    headers: head.headers,
    ...(body ? { body } : {}),
  };
}

/**
 * A text that is no UTF-8 comes with one character for each byte; where the message names its charset, that is used.
 * What was decoded already and has other characters is left alone.
 */
function recode(body: Body | undefined, charset: string | undefined): Body | undefined {
  if (!body || body.bytes || !charset || /^utf-?8$/i.test(charset)) return body;
  if (!/[\x80-\xff]/.test(body.text) || /[^\x00-\xff]/.test(body.text)) return body;
  return bodyFromBytes(
    Uint8Array.from(body.text, (char) => char.charCodeAt(0)),
    charset,
  );
}

/** The body of a message from the text after its head: chunks joined, cut at a Content-Length that fits. */
export function makeBody(headers: readonly Header[], text: string): Body | undefined {
  if (text === '') return undefined;
  const chunked = /\bchunked\b/i.test(findHeader(headers, 'transfer-encoding') ?? '');
  const joined = chunked ? joinChunks(text) : undefined;
  if (joined) return bodyFromBytes(joined);
  const length = Number(findHeader(headers, 'content-length') ?? Number.NaN);
  if (Number.isInteger(length) && length < text.length * 3) {
    const bytes = encodeUtf8(text);
    // What follows the length is the end of the line that was pasted, as long as it is only white space.
    if (length < bytes.length && decodeUtf8(bytes.subarray(length)).trim() === '')
      return length === 0 ? undefined : bodyFromBytes(bytes.subarray(0, length));
  }
  return { text };
}

/** Puts a chunked body together (RFC 9112 section 7.1); `undefined` where the text is not chunked (any more). */
function joinChunks(text: string): Uint8Array | undefined {
  if (!/^[0-9A-Fa-f]{1,8}[ \t]{0,9}(?:;[^\r\n]{0,200})?\r?\n/.test(text)) return undefined;
  const bytes = encodeUtf8(text);
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const newline = bytes.indexOf(10, at);
    if (newline < 0 || newline - at > 300) return undefined;
    const size = /^([0-9A-Fa-f]{1,8})[ \t]{0,9}(?:;|\r?$)/.exec(decodeUtf8(bytes.subarray(at, newline)));
    if (!size) return undefined;
    const length = Number.parseInt(size[1]!, 16);
    if (length === 0) return concatBytes(parts);
    const end = newline + 1 + length;
    if (end > bytes.length) return undefined;
    parts.push(bytes.subarray(newline + 1, end));
    at = end;
    if (bytes[at] === 13) at++;
    if (bytes[at] !== 10) return undefined;
    at++;
  }
  return undefined;
}

/** The absolute URL of a request's target, and what had to be assumed for it. */
export function urlOfTarget(
  target: string,
  headers: readonly Header[],
  known: { readonly scheme?: string; readonly host?: string } = {},
): { readonly url: string; readonly gaps: readonly Gap[] } {
  if (/^https?:\/\//i.test(target)) return { url: target.replace(/#.*/s, ''), gaps: [] };
  const host = findHeader(headers, 'host') ?? findHeader(headers, ':authority') ?? known.host;
  const path = target.startsWith('/') ? target : '/';
  if (!host || !/^[^\s/?#@\\]{1,300}$/.test(host))
    return {
      url: UNKNOWN_URL.slice(0, -1) + path,
      gaps: [gap('request-host', 'The host is not known: the request has no Host header.')],
    };
  if (known.scheme) return { url: `${known.scheme}://${host}${path}`, gaps: [] };
  for (const name of ['origin', 'referer']) {
    const from = /^(https?):\/\/([^/]{1,300})/i.exec(findHeader(headers, name) ?? '');
    if (from && from[2]!.toLowerCase() === host.toLowerCase())
      return { url: `${from[1]!.toLowerCase()}://${host}${path}`, gaps: [] };
  }
  const local = /^(?:localhost|127\.[0-9.]{5,12}|\[::1\])(?::[0-9]{1,5})?$|:80$|:8080$/i.test(host);
  const scheme = local ? 'http' : 'https';
  return {
    url: `${scheme}://${host}${path}`,
    gaps: [gap('request-scheme', `Whether it was http or https is not shown: ${scheme} is taken.`)],
  };
}
