import { bodyOf, field, inBody, STATUS } from '../look.ts';
import type { Found, Rule } from '../model.ts';
import { rfc } from '../refer.ts';

// These differ from one answer to the next, whatever was asked for.
const CHANGING =
  /^(?:date|age|set-cookie|content-length|etag|last-modified|expires|cf-ray|via|x-served-by|x-timer|x-cache.{0,20}|alt-svc|connection|keep-alive|(?:x-)?.{0,30}(?:request|trace|correlation|ratelimit|runtime|transaction|amz-cf|amz-id|response-time|timing|nonce|span|b3).{0,30}|traceparent|nel|report-to|content-security-policy.{0,12})$/i;

const rule: Rule = {
  id: 'hidden-object-shows',
  title: 'An object that is hidden answers otherwise than one that is absent',
  level: 'error',
  reference: rfc(9110, '15.5.4'),
  mend: 'Answer both with the same status, fields and body, and take about the same time over it.',
  check({ exchange, absent, status, refused }) {
    const other = absent?.response;
    if (!absent || !other || !refused) return [];
    if (other.status !== status) {
      // a 403 for everything that is not the caller's is as good as a 404 for everything
      return [
        {
          says: `The object answers ${status}, an absent one ${other.status}: whoever asks learns that it exists.`,
          at: STATUS,
        },
      ];
    }
    const found: Found[] = [];
    const names = (headers: readonly (readonly [string, string])[]): Set<string> =>
      new Set(headers.map(([name]) => name.toLowerCase()).filter((name) => !CHANGING.test(name)));
    const own = names(exchange.response?.headers ?? []);
    const others = names(other.headers);
    const differing = [...own, ...others].filter(
      (name) =>
        own.has(name) !== others.has(name) || field(exchange, 'response', name) !== field(absent, 'response', name),
    );
    if (differing.length > 0)
      found.push({
        says: `The object and an absent one differ in the field ${differing[0]}.`,
        at: STATUS,
        level: 'warning',
      });
    const [a, b] = [steady(bodyOf(exchange), exchange.request.url), steady(bodyOf(absent), absent.request.url)];
    if (a !== b) {
      found.push({
        says: `The object's body and that of an absent one differ (${a.length} and ${b.length} characters).`,
        at: inBody(0, Math.min(200, bodyOf(exchange).length)),
      });
    }
    return found;
  },
};

/** A body without what names the request itself: its path and its parts, ids, times. */
function steady(body: string, url: string): string {
  const path = url.replace(/^[a-z]{2,8}:\/\/[^/]{0,300}/i, '').replace(/[?#].*$/s, '');
  let text = body;
  if (path.length > 1) text = text.replaceAll(path, '{}');
  // `no order 7` and `no order 999` say the same of what was asked for
  for (const part of path.split('/', 20).filter((piece) => piece !== '' && piece.length <= 200))
    text = text.replace(new RegExp(`(?<!\\w)${part.replace(/[^\w]/g, '\\$&')}(?!\\w)`, 'g'), '{}');
  return text
    .replace(/[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}|[0-9a-f]{12,64}/gi, '{}')
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\dZ+:]{0,16}/g, '{}')
    .replace(/\d{3,20}/g, '{}');
}

export default rule;
