import type { SendOptions } from '@why403/core';
import { describePeer, SendError, type Trace } from './error.ts';

/** The time that an exchange has, and whoever may stop it, as one signal whose reason is a SendError. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Ends the shorter limit on connecting. */
  connected(): void;
  clear(): void;
}

/** `total` is what the user or the limits allow in all, `left` what redirects have left of it; milliseconds. */
export function createDeadline(
  total: number,
  left: number,
  options: SendOptions,
  trace: Trace,
  outer: AbortSignal | undefined,
): Deadline {
  const controller = new AbortController();
  const expire = (after: number, option: string) => () => controller.abort(timeoutError(trace, after, option));
  const timer = setTimeout(expire(total, '-m'), Math.min(Math.max(left, 1), 0x7fffffff));
  const connectTimer =
    options.connectTimeout === undefined
      ? undefined
      : setTimeout(expire(options.connectTimeout, '--connect-timeout'), Math.min(options.connectTimeout, 0x7fffffff));
  const onAbort = () =>
    controller.abort(new SendError('ABORTED', `The request to ${describePeer(trace)} was stopped; run it again.`));
  if (outer?.aborted) onAbort();
  else outer?.addEventListener('abort', onAbort, { once: true });
  return {
    signal: controller.signal,
    connected: () => clearTimeout(connectTimer),
    clear: () => {
      clearTimeout(timer);
      clearTimeout(connectTimer);
      outer?.removeEventListener('abort', onAbort);
    },
  };
}

function timeoutError(trace: Trace, after: number, option: string): SendError {
  const waited = `within ${after / 1000} s`;
  const what = {
    connect: `did not take the connection ${waited}; check the address, and firewalls on the way`,
    proxy: `did not open the way ${waited}; check that the proxy can reach ${trace.name}`,
    tls: `did not finish the TLS handshake ${waited}; check that the port speaks TLS`,
    answer: `took the request and did not answer ${waited}; give it longer with ${option}`,
    body: `did not finish its answer ${waited}; give it longer with ${option}`,
  }[trace.stage];
  return new SendError('TIMEOUT', `${describePeer(trace)} ${what}.`);
}
