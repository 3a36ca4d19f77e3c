import { type Exchange, type Header, retryAfterSeconds } from '@why403/core';
import { headerValue } from './headers.ts';

/** Beyond this many seconds a reset is a time of day, not a span (GitHub and its likes give seconds since the epoch). */
const EPOCH = 100_000_000;

/**
 * Milliseconds that an answer asks to wait before the next request: by Retry-After, or because nothing remains of a limit that
 * says when it opens again. Infinity where it asks for a wait and does not say, in words that can be read, how long.
 */
export function waitAsked(exchange: Exchange, clock: number): number {
  const headers = exchange.response?.headers ?? [];
  const told = Date.parse(headerValue(headers, 'date')?.slice(0, 60) ?? '');
  const now = Number.isNaN(told) ? clock : told;
  const asked = headers
    .filter(([name]) => name.toLowerCase() === 'retry-after')
    .map(([, value]) => retryAfterSeconds(value, now) ?? 0);
  return Math.ceil(Math.max(0, ...asked, limitReset(headers, now)) * 1000);
}

/** Seconds until a limit opens of which nothing remains; 0 where something does, or where the answer does not tell. */
function limitReset(headers: readonly Header[], now: number): number {
  let wait = 0;
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    // `RateLimit: "burst";r=0;t=30` and `RateLimit: limit=10, remaining=0, reset=30`
    if (lower === 'ratelimit' && /(?:^|[;,\s])(?:r|remaining)=0+(?:$|[;,\s])/i.test(value.slice(0, 1000)))
      wait = Math.max(wait, secondsOf(/(?:^|[;,\s])(?:t|reset)=([^;,\s]{1,30})/i.exec(value)?.[1], now));
    const limit = /^(.{0,60}rate-?limit.{0,30}-)remaining(.{0,30})$/.exec(lower);
    if (!limit || !/^\s{0,9}"?0+(?:\.0+)?"?(?:\D|$)/.test(value)) continue;
    const reset = headers.find(([other]) => {
      const named = other.toLowerCase();
      return named === `${limit[1]}reset${limit[2]}` || named === `${limit[1]}reset-after${limit[2]}`;
    });
    wait = Math.max(wait, secondsOf(reset?.[1], now));
  }
  return wait;
}

/** A reset as a span in seconds: of a span, of seconds or milliseconds since the epoch, or of a date. */
function secondsOf(value: string | undefined, now: number): number {
  const number = /^\s{0,9}"?(\d{1,20}(?:\.\d{1,9})?)"?\s{0,9}$/.exec(value ?? '');
  if (!number) return retryAfterSeconds(value, now) ?? 0;
  const time = Number(number[1]);
  if (time < EPOCH) return time;
  return Math.max(0, (time > EPOCH * 1000 ? time : time * 1000) / 1000 - now / 1000);
}
