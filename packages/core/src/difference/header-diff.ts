import type { Header } from '../model/exchange.ts';

/** In what two exchanges differ. */
export type DifferenceKind =
  | 'method'
  | 'scheme'
  | 'host'
  | 'path'
  | 'query'
  | 'query order'
  | 'header'
  | 'header order'
  | 'header case'
  | 'cookie'
  | 'cookie order'
  | 'token'
  | 'field'
  | 'body'
  | 'sending'
  | 'status'
  | 'set-cookie'
  | 'text';

/** One thing in which two exchanges differ. Values are as they were sent, with their secrets: redact before showing. */
export interface Difference {
  readonly part: 'request' | 'answer';
  readonly kind: DifferenceKind;
  /** Header, cookie, parameter, claim or field; empty where the kind says it all. */
  readonly name: string;
  /** Null where that side has none. */
  readonly a: string | null;
  readonly b: string | null;
  /** Whether it changes from one request to the next by itself (times, ids, nonces). */
  readonly volatile: boolean;
}

/** Notes a difference where the two values are not alike. */
export type Add = (kind: DifferenceKind, name: string, a: string | null, b: string | null, volatile?: boolean) => void;

const VOLATILE_HEADER =
  /^(?:date|age|expires|last-modified|etag|if-none-match|if-modified-since|content-length|cf-ray|traceparent|tracestate|b3|x-b3-.{1,30}|x-amzn?-(?:requestid|trace-id|request-id|id-2|cf-id)|x-amz-date|x-runtime|x-response-time|server-timing|report-to|nel|x-azure-ref|x-served-by|x-timer|x-cache-hits|sentry-trace|baggage|.{0,40}(?:request|correlation|trace|transaction)-?id|x-vercel-id|x-github-request-id)$/i;
/** Whether a header of this name is new in each message: dates, validators, ids of requests. */
export function isVolatileHeader(name: string): boolean {
  return VOLATILE_HEADER.test(name);
}

/** Headers that each message has for itself: they follow from the rest of it. */
const FOLLOWS = new Set(['cookie', 'set-cookie', 'connection', 'transfer-encoding', 'keep-alive']);

/** Header fields by their name without regard to case; how often one comes shows in the joined value. */
export function compareHeaders(a: readonly Header[], b: readonly Header[], add: Add): void {
  const lower = (list: readonly Header[]): Header[] => list.map(([n, v]): Header => [n.toLowerCase(), v]);
  const [la, lb] = [lower(a), lower(b)];
  const shown = new Map([...b, ...a].map(([n]) => [n.toLowerCase(), n]));
  for (const name of new Set([...la, ...lb].map(([n]) => n))) {
    if (FOLLOWS.has(name)) continue;
    const count = (list: readonly Header[]): number => list.filter(([n]) => n === name).length;
    const told = (list: readonly Header[]): string | null => {
      const value = valuesOf(list, name);
      return value !== null && count(la) !== count(lb) && count(list) > 1 ? `${value} (${count(list)} times)` : value;
    };
    const [x, y] = [told(la), told(lb)];
    const volatile = VOLATILE_HEADER.test(name) || (x !== null && y !== null && volatileValues(x, y));
    add('header', shown.get(name) ?? name, x, y, volatile);
  }
  const both = (list: readonly Header[], other: readonly Header[]): string[] =>
    [...new Set(list.map(([n]) => n))].filter((n) => other.some(([m]) => m === n));
  const [oa, ob] = [both(la, lb), both(lb, la)];
  if (oa.join() !== ob.join()) add('header order', '', oa.join(', '), ob.join(', '));
  for (const name of oa) {
    const written = (list: readonly Header[]): string => list.find(([n]) => n.toLowerCase() === name)![0];
    add('header case', '', written(a), written(b));
  }
}

/** All values of a name, joined; null where there is none. */
export function valuesOf(list: readonly Header[], name: string): string | null {
  const values = list.filter(([n]) => n === name).map(([, v]) => v);
  return values.length ? values.join(', ') : null;
}

/** Whether two values are of the same make and differ only in what looks drawn or counted: ids, times, nonces. */
export function volatileValues(a: string, b: string): boolean {
  if (a === b || a.length > 4000 || b.length > 4000) return false;
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
  const time = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?|\b1[5-9]\d{8}(?:\d{3})?\b/g;
  const plain = (text: string): string => text.replace(uuid, '#').replace(time, '#');
  return plain(a) === plain(b);
}
