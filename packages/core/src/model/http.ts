import type { Exchange, Header, Request, Response, Span } from './exchange.ts';

/** Header lines of one message that are read; servers and clients take a hundred to two thousand. */
export const MOST_HEADERS = 5_000;

/** Longest part of a body that is looked at, in UTF-16 units: refusals speak early, and time must stay bounded. */
export const BODY_LIMIT = 65_536;

/** Value of the first header of this name (case-insensitive), or undefined. */
export function header(message: Request | Response | undefined, name: string): string | undefined {
  return message?.headers.find(([n]) => n.length === name.length && n.toLowerCase() === name)?.[1];
}

/** Every header of this lower-case name with its place. */
export function headersOf(
  exchange: Exchange,
  part: Span['part'],
  name: string,
): readonly { readonly value: string; readonly span: Span }[] {
  const found: { value: string; span: Span }[] = [];
  const message = exchange[part];
  message?.headers.forEach(([n, value], index) => {
    if (n.length === name.length && n.toLowerCase() === name)
      found.push({ value, span: { part, in: 'header', header: n, index } });
  });
  return found;
}

/** The bytes that a span marks, or an empty string where there are none. */
export function quoteOf(exchange: Exchange, span: Span): string {
  const message = exchange[span.part];
  if (!message) return '';
  const whole = wholeOf(exchange, span);
  return span.start === undefined ? whole : whole.slice(span.start, span.end);
}

/** The whole text that a span's offsets count in. */
export function wholeOf(exchange: Exchange, span: Span): string {
  const { request, response } = exchange;
  switch (span.in) {
    case 'method':
      return request.method;
    case 'url':
      return request.url;
    case 'status':
      return response ? `${response.status}${response.statusText ? ` ${response.statusText}` : ''}` : '';
    case 'header': {
      const message = span.part === 'request' ? request : response;
      return message?.headers[span.index ?? -1]?.[1] ?? '';
    }
    case 'body':
      return (span.part === 'request' ? request : response)?.body?.text ?? '';
    default:
      return '';
  }
}

/** Scheme, host, port, path and query of a URL as written; the URL class would normalise them. Undefined for what has no authority. */
export function splitUrl(url: string): { scheme: string; host: string; port: string; target: string } | undefined {
  const match = /^([a-z][a-z0-9+.-]{0,20}):\/\/([^/?#]*)([^#]*)/i.exec(url);
  if (!match) return undefined;
  const authority = match[2]!.slice(match[2]!.lastIndexOf('@') + 1);
  const bracket = authority.lastIndexOf(']');
  const colon = authority.indexOf(':', bracket + 1);
  return {
    scheme: match[1]!.toLowerCase(),
    host: (colon < 0 ? authority : authority.slice(0, colon)).toLowerCase(),
    port: colon < 0 ? '' : authority.slice(colon + 1),
    target: match[3] || '/',
  };
}

/** Query parameters of a URL with their raw and decoded values and the offsets of the raw value. Never throws. */
export function queryOf(url: string): readonly { name: string; value: string; start: number; end: number }[] {
  const mark = url.indexOf('?');
  if (mark < 0) return [];
  const hash = url.indexOf('#', mark);
  const end = hash < 0 ? url.length : hash;
  const found: { name: string; value: string; start: number; end: number }[] = [];
  let at = mark + 1;
  while (at <= end && found.length < 500) {
    const next = url.indexOf('&', at);
    const stop = next < 0 || next > end ? end : next;
    const eq = url.indexOf('=', at);
    const split = eq < 0 || eq > stop ? stop : eq;
    if (split > at) {
      const from = Math.min(split + 1, stop);
      found.push({
        name: decodeForm(url.slice(at, split)),
        value: decodeForm(url.slice(from, stop)),
        start: from,
        end: stop,
      });
    }
    at = stop + 1;
  }
  return found;
}

/** Percent-encoded text (RFC 3986 §2.1) as it is meant; what is not well formed stays as it stands. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name or value of a form or a query, in which a plus is a space; what is not well formed stays as it stands. */
export function decodeForm(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** Milliseconds since the epoch of an HTTP date (RFC 9110 §5.6.7), or undefined. */
export function httpDate(value: string | undefined): number | undefined {
  if (!value || value.length > 60) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

/** Cookies of a Cookie header: `[name, value]` in order. */
export function cookiePairs(value: string): readonly Header[] {
  return value
    .split(';')
    .slice(0, 300)
    .map((pair): Header => {
      const eq = pair.indexOf('=');
      return eq < 0 ? [pair.trim(), ''] : [pair.slice(0, eq).trim(), pair.slice(eq + 1).trim()];
    })
    .filter(([name]) => name !== '');
}

/** Whether a method is safe (RFC 9110 §9.2.1). */
export function isSafe(method: string): boolean {
  return /^(GET|HEAD|OPTIONS|TRACE)$/i.test(method);
}
