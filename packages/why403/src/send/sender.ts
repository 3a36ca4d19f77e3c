import type { Exchange, Request, SendOptions } from '@why403/core';
import { headerValue } from './headers.ts';
import { type SendLimits, type SendReason, send } from './send.ts';
import { originOf } from './target.ts';

export type BudgetErrorCode = 'ORIGIN' | 'BUDGET' | 'METHOD' | 'WAIT';

/** A send that an experiment must not make. The caller asks first (`left`, `waitMs`); to run into this is a bug of its own. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
  readonly code: BudgetErrorCode;
  /** Milliseconds until the server's Retry-After is over, where `code` is `WAIT`. */
  readonly waitMs: number;

  constructor(code: BudgetErrorCode, message: string, waitMs = 0) {
    super(message);
    this.code = code;
    this.waitMs = waitMs;
  }
}

export interface SenderSettings {
  /** The user's own requests' origins (or their URLs); nothing is sent anywhere else. */
  readonly origin: string | readonly string[];
  /** Requests in all, those of redirects and authentication included. */
  readonly maxRequests: number;
  /** Whether requests with an unsafe method may be varied. */
  readonly allowWrites: boolean;
  /** Told before each request that goes out, with its number from 1 on. */
  readonly onSend?: (request: Request, number: number, reason: SendReason) => void;
  readonly limits?: Omit<SendLimits, 'gate'>;
  readonly signal?: AbortSignal;
}

export interface Sender {
  /**
   * Sends one request. `own` marks one of the user's own, as given: it may have an unsafe method, once, and its redirects
   * may lead elsewhere. The first send is an own one unless told otherwise. Throws BudgetError, and SendError as `send` does.
   */
  send(request: Request, options: SendOptions, kind?: 'own' | 'varied'): Promise<Exchange>;
  /** Requests that went out so far. */
  sent(): number;
  left(): number;
  /** Milliseconds to wait before the next send, as the last answers' Retry-After asks; 0 when there is nothing to wait for. */
  waitMs(): number;
  /** Every exchange so far, in the order in which they ended; redirects stand in their `redirects`. */
  exchanges(): readonly Exchange[];
}

/** Methods that ask for nothing but an answer (RFC 9110 section 9.2.1). They are case-sensitive. */
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const METHOD_OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override'];

/** Whether a request asks to change nothing: a safe method, and no header that turns it into another one. */
export function isSafeRequest(request: Request): boolean {
  return (
    SAFE_METHODS.has(request.method) &&
    METHOD_OVERRIDES.every((name) => {
      const method = headerValue(request.headers, name);
      return method === undefined || SAFE_METHODS.has(method.trim().toUpperCase());
    })
  );
}

/** A sender that keeps an experiment to the user's own host, to a number of requests, and to what may be varied. */
export function createSender(settings: SenderSettings): Sender {
  const given = typeof settings.origin === 'string' ? [settings.origin] : settings.origin;
  const origins = new Set(given.map(originOf));
  const ownSends = new Set<string>();
  const recorded: Exchange[] = [];
  let calls = 0;
  let sent = 0;
  let waitUntil = 0;

  const count = (request: Request, reason: SendReason) => {
    sent++;
    settings.onSend?.(request, sent, reason);
  };

  const waitMs = () => Math.max(0, Math.ceil(waitUntil - performance.now()));

  const refuse = (code: BudgetErrorCode, message: string): never => {
    throw new BudgetError(code, message, code === 'WAIT' ? waitMs() : 0);
  };

  const check = (request: Request, isOwn: boolean) => {
    const origin = originOf(request.url);
    if (!origins.has(origin))
      refuse('ORIGIN', `${origin} is not a host of the user's own request, so nothing is sent to it.`);
    if (sent >= settings.maxRequests) refuse('BUDGET', `All ${settings.maxRequests} requests are used up.`);
    if (waitMs() > 0) refuse('WAIT', `The server asked to wait another ${waitMs()} ms (Retry-After).`);
    if (isSafeRequest(request)) return;
    const key = JSON.stringify([request.method, request.url, request.headers, request.body?.text]);
    const isFirst = isOwn && !ownSends.has(key);
    if (!isFirst && !settings.allowWrites) {
      refuse(
        'METHOD',
        `${request.method} may change something, so it is neither varied nor sent again without --allow-writes.`,
      );
    }
    if (isOwn) ownSends.add(key);
  };

  return {
    sent: () => sent,
    left: () => Math.max(0, settings.maxRequests - sent),
    waitMs,
    exchanges: () => [...recorded],
    async send(request, options, kind) {
      const isOwn = (kind ?? (calls === 0 ? 'own' : 'varied')) === 'own';
      check(request, isOwn);
      calls++;
      const exchange = await send(
        request,
        options,
        {
          ...settings.limits,
          gate(next, reason) {
            if (reason !== 'request') {
              const origin = originOf(next.url);
              const what =
                reason === 'redirect' ? `The redirect to ${origin} was not followed` : 'The challenge was not answered';
              if (sent >= settings.maxRequests) return `${what}: all ${settings.maxRequests} requests are used up.`;
              if (isOwn) origins.add(origin);
              else if (!origins.has(origin)) return `${what}: the user's own request did not lead there.`;
              if (!isOwn && !settings.allowWrites && !isSafeRequest(next))
                return `${what}: ${next.method} may change something.`;
            }
            count(next, reason);
            return undefined;
          },
        },
        settings.signal,
      );
      recorded.push(exchange);
      waitUntil = Math.max(waitUntil, performance.now() + retryAfter(exchange, Date.now()));
      return exchange;
    },
  };
}

/** Milliseconds that a response asks to wait (Retry-After, RFC 9110 section 10.2.3), a date read against the server's own clock. */
export function retryAfter(exchange: Exchange, now: number): number {
  const headers = exchange.response?.headers ?? [];
  const value = headerValue(headers, 'retry-after')?.trim();
  if (value === undefined || value === '' || value.length > 64) return 0;
  if (/^\d{1,9}(?:\.\d{1,9})?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const until = Date.parse(value);
  const serverNow = Date.parse(headerValue(headers, 'date') ?? '');
  const wait = until - (Number.isNaN(serverNow) ? now : serverNow);
  return Number.isNaN(wait) ? 0 : Math.max(0, wait);
}
