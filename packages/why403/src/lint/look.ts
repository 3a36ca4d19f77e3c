// What several rules ask of an answer.
import type { Exchange, Header, Span } from '@why403/core';

export const STATUS: Span = { part: 'response', in: 'status' };

/** Longest part of a body that rules look at, in UTF-16 units. */
export const BODY_LIMIT = 65_536;

/** Fields of this lower-case name with their places. */
export function fields(
  exchange: Exchange,
  part: 'request' | 'response',
  name: string,
): readonly { readonly value: string; readonly at: Span }[] {
  const headers: readonly Header[] = exchange[part]?.headers ?? [];
  return headers.flatMap(([own, value], index) =>
    own.toLowerCase() === name ? [{ value, at: { part, in: 'header' as const, header: own, index } }] : [],
  );
}

/** First value of a field, empty where there is none. */
export function field(exchange: Exchange, part: 'request' | 'response', name: string): string {
  return fields(exchange, part, name)[0]?.value ?? '';
}

/** The answer's body as far as rules look at it. */
export function bodyOf(exchange: Exchange): string {
  return exchange.response?.body?.text.slice(0, BODY_LIMIT) ?? '';
}

/** A place in the answer's body. */
export function inBody(start: number, length: number): Span {
  return { part: 'response', in: 'body', start, end: start + length };
}

/** Directives of Cache-Control, lower case, with their values (RFC 9111 §5.2). */
export function cacheControl(exchange: Exchange): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { value } of fields(exchange, 'response', 'cache-control'))
    for (const part of value.slice(0, 2000).split(',')) {
      const [name = '', argument = ''] = part.split('=', 2);
      found.set(name.trim().toLowerCase(), argument.trim().replace(/^"|"$/g, ''));
    }
  return found;
}

/** Whether the answer is HTML by its type or its first bytes. */
export function isHtml(exchange: Exchange): boolean {
  const type = field(exchange, 'response', 'content-type');
  return type
    ? /^\s{0,5}(?:text\/html|application\/xhtml)/i.test(type)
    : /^\s{0,20}<(?:!doctype html|html)\b/i.test(bodyOf(exchange));
}

/** The body as a JSON object, or undefined. */
export function jsonBody(exchange: Exchange): Readonly<Record<string, unknown>> | undefined {
  const text = exchange.response?.body?.text ?? '';
  if (text.length > 1_000_000 || !/^\s{0,50}\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the client said that it takes JSON and not HTML. */
export function wantsJson(exchange: Exchange): boolean {
  const accept = fields(exchange, 'request', 'accept')
    .map(({ value }) => value)
    .join(',');
  return /[/+]json/i.test(accept) && !/text\/html|application\/xhtml/i.test(accept);
}
