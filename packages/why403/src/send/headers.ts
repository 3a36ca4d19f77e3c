import type { Header, Request } from '@why403/core';
import { quoteOutside, SendError } from './error.ts';
import type { Target } from './target.ts';

/** The first value of a header, by its name in lower case. */
export function headerValue(headers: readonly Header[], name: string): string | undefined {
  return headers.find((header) => header[0].toLowerCase() === name)?.[1];
}

export function hasHeader(headers: readonly Header[], name: string): boolean {
  return headerValue(headers, name) !== undefined;
}

export function withoutHeaders(headers: readonly Header[], names: ReadonlySet<string>): readonly Header[] {
  return headers.filter(([name]) => !names.has(name.toLowerCase()));
}

/** Puts a header in the place of the first one of that name, or at the end. */
export function withHeader(headers: readonly Header[], name: string, value: string): readonly Header[] {
  const lower = name.toLowerCase();
  const at = headers.findIndex((header) => header[0].toLowerCase() === lower);
  const rest = headers.filter((header, index) => index < at || header[0].toLowerCase() !== lower);
  return at < 0 ? [...headers, [name, value]] : rest.toSpliced(at, 0, [name, value]);
}

/** The bytes of a request's body. */
export function bodyBytes(request: Request): Uint8Array | undefined {
  const body = request.body;
  return body === undefined ? undefined : (body.bytes ?? Buffer.from(body.text, 'utf8'));
}

/**
 * Adds what HTTP needs and the list lacks: `Host` in front, as curl does (RFC 9112 section 3.2), and `Content-Length`
 * at the end for a body (section 6.2). What the user took out stays out.
 */
export function completeHeaders(
  request: Request,
  target: Target,
  removed: readonly string[] | undefined,
): readonly Header[] {
  const isOut = new Set((removed ?? []).map((name) => name.toLowerCase()));
  const headers = [...request.headers];
  if (!isOut.has('host') && !hasHeader(headers, 'host')) headers.unshift(['Host', target.authority]);
  const body = bodyBytes(request);
  const framed = hasHeader(headers, 'content-length') || isChunked(headers);
  if (body !== undefined && !framed && !isOut.has('content-length')) {
    headers.push(['Content-Length', String(body.byteLength)]);
  }
  return headers;
}

export function isChunked(headers: readonly Header[]): boolean {
  const coding = headerValue(headers, 'transfer-encoding');
  return coding !== undefined && /(?:^|[\s,])chunked[ \t]*$/i.test(coding);
}

/** Refuses what would break the message's framing: a line break or NUL in a header, a method that is not a token. */
export function checkRequest(request: Request, requestTarget?: string): void {
  if (requestTarget !== undefined && !/^[!-~]+$/.test(requestTarget)) {
    throw new SendError('PROTOCOL', 'The text of --request-target cannot be sent: it is not one word of ASCII.');
  }
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(request.method)) {
    throw new SendError('PROTOCOL', `The method ${quoteOutside(request.method)} cannot be sent: it is not one word.`);
  }
  for (const [name, value] of request.headers) {
    if (name === '' || /[\x00-\x20:\x7f]/.test(name) || /[\r\n\0]/.test(value)) {
      throw new SendError(
        'PROTOCOL',
        `The header ${quoteOutside(name)} cannot be sent: a name is one word, and a value has no line break.`,
      );
    }
  }
  if (request.body?.cutFrom !== undefined) {
    throw new SendError(
      'PROTOCOL',
      "The request's body cannot be sent: only a part of it is known; give the whole request.",
    );
  }
}
