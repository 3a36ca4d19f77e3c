import { parseList } from 'structured-headers';
import type { Reader } from '../model/evidence.ts';
import type { Span } from '../model/exchange.ts';
import { header, headersOf, httpDate } from '../model/http.ts';
import { retryAfterSeconds } from '../model/retry-after.ts';

const PREFIXES = ['x-ratelimit-', 'x-rate-limit-', 'ratelimit-', 'x-rate-', 'x-shopify-'];

// Retry-After (RFC 9110 §10.2.3), the draft RateLimit fields (draft-ietf-httpapi-ratelimit-headers), and the X-RateLimit-* families.
const reader: Reader = {
  id: 'rate-limit',
  read(exchange) {
    if (!exchange.response) return [];
    const fact: { limit?: number; remaining?: number; reset?: number; retryAfter?: number } = {};
    const at: Span[] = [];
    const take = (key: keyof typeof fact, value: number | undefined, span: Span): void => {
      if (value === undefined || !Number.isFinite(value)) return;
      // of several windows the tightest counts
      if (key === 'remaining' && fact.remaining !== undefined) fact.remaining = Math.min(fact.remaining, value);
      else fact[key] ??= value;
      at.push(span);
    };
    exchange.response.headers.forEach(([name, value], index) => {
      const lower = name.toLowerCase();
      const prefix = PREFIXES.find((p) => lower.startsWith(p));
      if (!prefix) return;
      const key = /remaining/.test(lower)
        ? 'remaining'
        : /limit/.test(lower.slice(prefix.length))
          ? 'limit'
          : /reset/.test(lower)
            ? 'reset'
            : undefined;
      if (key) take(key, leading(value), { part: 'response', in: 'header', header: name, index });
    });
    for (const { value, span } of headersOf(exchange, 'response', 'ratelimit')) {
      const { remaining, reset, limit } = structured(value);
      take('remaining', remaining, span);
      take('reset', reset, span);
      take('limit', limit, span);
    }
    for (const { value, span } of headersOf(exchange, 'response', 'retry-after')) {
      take('retryAfter', retryAfterSeconds(value, httpDate(header(exchange.response, 'date')) ?? Number.NaN), span);
    }
    // the same in the body, where a product says it there (Discord's `retry_after`)
    const body = exchange.response.body?.text.slice(0, 4000) ?? '';
    const told =
      /"(?:retry_?after(?:_?seconds|_?ms)?|wait_?seconds|seconds_?to_?wait)"\s{0,5}:\s{0,5}"?(\d{1,9}(?:\.\d{1,6})?)/i.exec(
        body,
      );
    if (told && fact.retryAfter === undefined)
      take('retryAfter', Number(told[1]) / (/ms"/i.test(told[0]) ? 1000 : 1), {
        part: 'response',
        in: 'body',
        start: told.index,
        end: told.index + told[0].length,
      });
    return at.length ? [{ kind: 'rate-limit', fact, at, by: 'rate-limit' }] : [];
  },
};

function leading(value: string): number | undefined {
  const match = /^\s{0,5}(\d{1,15}(?:\.\d{1,6})?)/.exec(value);
  return match ? Number(match[1]) : undefined;
}

function structured(value: string): { remaining?: number; reset?: number; limit?: number } {
  try {
    const [item] = parseList(value.slice(0, 1000));
    const params = item?.[1];
    const read = (name: string): number | undefined =>
      typeof params?.get(name) === 'number' ? (params.get(name) as number) : undefined;
    const remaining = read('r') ?? legacy(value, 'remaining');
    const reset = read('t') ?? legacy(value, 'reset');
    const limit = legacy(value, 'limit');
    return {
      ...(remaining !== undefined && { remaining }),
      ...(reset !== undefined && { reset }),
      ...(limit !== undefined && { limit }),
    };
  } catch {
    return {};
  }
}

// `limit=10, remaining=0, reset=5`, the form of draft 06 and before
function legacy(value: string, name: string): number | undefined {
  const match = new RegExp(`\\b${name}=(\\d{1,15})`).exec(value);
  return match ? Number(match[1]) : undefined;
}

export default reader;
