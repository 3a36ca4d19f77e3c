import type { Exchange, Gap, Request, SendOptions } from '@why403/core';
import { sendAuthenticated } from './authenticate.ts';
import { createCookieStore } from './cookies.ts';
import { quoteOutside, SendError } from './error.ts';
import { withProxy } from './proxy.ts';
import { followRedirect, type NextStep } from './redirect.ts';
import { originOf, parseTarget } from './target.ts';

/** Why a request goes out: because the caller wants it, or because an answer asked for another one. */
export type SendReason = 'request' | 'redirect' | 'authentication';

/** Stated limits of one exchange. */
export interface SendLimits {
  /** Bytes of a response body that are kept, both as sent and unpacked; 10 MiB unless told. */
  readonly maxBodyBytes?: number;
  /** Milliseconds for the whole exchange, redirects included; 30 s unless told. The user's own `-m` goes before it. */
  readonly timeout?: number;
  /**
   * Asked before each request that goes out, those of redirects and of Digest included, with the answer that asks for it. Text is
   * why it must not go: the last answer is then the result, with that text as a gap. What it throws is thrown on.
   */
  readonly gate?: (request: Request, reason: SendReason, answer?: Exchange) => string | undefined;
  /** Proxy variables, looked up for each request of a chain; the user's own options go before them. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export const DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;
export const DEFAULT_TIMEOUT = 30_000;
/** As in curl (`--max-redirs`). */
export const DEFAULT_MAX_REDIRECTS = 50;

/**
 * Sends one request as it stands and gives the exchange. Order, case, duplicates and the raw path are kept; added is only
 * what HTTP needs (`Host`, `Content-Length`) and what the options ask for. `request` of the result is what went out.
 * An answer that breaks off after its head is given back with a gap. Throws SendError where no answer came.
 */
export async function send(
  request: Request,
  options: SendOptions,
  limits: SendLimits = {},
  signal?: AbortSignal,
): Promise<Exchange> {
  const total = options.timeout ?? limits.timeout ?? DEFAULT_TIMEOUT;
  const run: Run = {
    total,
    endsAt: performance.now() + total,
    maxBody: limits.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES,
    gate: limits.gate,
    signal,
  };
  const most =
    options.maxRedirects === undefined || options.maxRedirects < 0 ? DEFAULT_MAX_REDIRECTS : options.maxRedirects;
  const redirects: Exchange[] = [];
  const cookies = options.keepCookies === true && options.follow === true ? createCookieStore() : undefined;
  let current = request;
  let currentOptions = options;
  let left = false;
  const gaps: Gap[] = [];
  const finish = (exchange: Exchange, more: readonly Gap[] = []): Exchange => ({
    ...exchange,
    ...(redirects.length === 0 ? {} : { redirects: [...redirects] }),
    gaps: [...gaps, ...exchange.gaps, ...more],
  });
  try {
    const denied = limits.gate?.(current, 'request');
    if (denied !== undefined) throw new SendError('ABORTED', denied);
    for (;;) {
      const exchange = await sendAuthenticated(current, withProxy(currentOptions, current.url, limits.env), run);
      const next: NextStep | undefined =
        options.follow === true ? followRedirect(exchange, current, request, options, left) : undefined;
      if (next === undefined) return finish(exchange);
      if ('stop' in next) return finish(exchange, [{ code: 'sent-otherwise', text: next.stop }]);
      if (redirects.length >= most) throw tooManyRedirects(request, next.request, most);
      const stop = limits.gate?.(next.request, 'redirect', exchange);
      if (stop !== undefined) return finish(exchange, [{ code: 'sent-otherwise', text: stop }]);
      redirects.push(exchange);
      cookies?.take(exchange);
      gaps.push(...next.gaps.filter(({ text }) => !gaps.some((told) => told.text === text)));
      left ||= originOf(next.request.url) !== originOf(request.url);
      current = cookies?.give(next.request) ?? next.request;
      currentOptions = next.options;
    }
  } catch (error) {
    if (error instanceof SendError) error.redirects = redirects;
    throw error;
  }
}

/** What holds for a whole chain of requests. */
export interface Run {
  readonly total: number;
  /** On the clock of `performance.now()`. */
  readonly endsAt: number;
  readonly maxBody: number;
  readonly gate: SendLimits['gate'];
  readonly signal: AbortSignal | undefined;
}

function tooManyRedirects(first: Request, next: Request, most: number): SendError {
  const { authority } = parseTarget(first.url);
  const to = quoteOutside(next.url.replace(/[?#].*$/s, ''));
  return new SendError(
    'REDIRECTS',
    most >= DEFAULT_MAX_REDIRECTS
      ? `${authority} redirects without end: ${most} redirects were followed, and the next leads to ${to}; leave out -L to see the first answer.`
      : `${authority} redirects more than ${most} times, next to ${to}; raise --max-redirs, or leave out -L to see the first answer.`,
  );
}
