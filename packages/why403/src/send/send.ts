import type { Exchange, Request, Response, SendOptions, Transport } from '@why403/core';
import { connect } from './connect.ts';
import { decodeBody } from './decode.ts';
import { describePeer, SendError, type Trace, toSendError } from './error.ts';
import { checkRequest, completeHeaders } from './headers.ts';
import { exchangeHttp1, type RawAnswer } from './http1.ts';
import { parseTarget } from './target.ts';

/** Stated limits of one exchange. */
export interface SendLimits {
  /** Bytes of a response body that are kept, both as sent and unpacked; 10 MiB unless told. */
  readonly maxBodyBytes?: number;
  /** Milliseconds for the whole exchange, redirects included; 30 s unless told. The user's own `-m` is obeyed where shorter or longer. */
  readonly timeout?: number;
}

export const DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;
export const DEFAULT_TIMEOUT = 30_000;

/**
 * Sends one request as it stands and gives the exchange. Order, case, duplicates and the raw path are kept; added is only
 * what HTTP needs (`Host`, `Content-Length`). `request` of the result is what went out.
 * An answer that breaks off after its head is given back with a gap. Throws SendError where no answer came.
 */
export async function send(
  request: Request,
  options: SendOptions,
  limits: SendLimits = {},
  signal?: AbortSignal,
): Promise<Exchange> {
  return sendOnce(request, options, limits, signal);
}

async function sendOnce(
  request: Request,
  options: SendOptions,
  limits: SendLimits,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  const target = parseTarget(request.url);
  checkRequest(request);
  const trace: Trace = {
    started: performance.now(),
    scheme: target.scheme,
    name: target.authority,
    peer: `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`,
    address: undefined,
    stage: 'connect',
    timings: {},
  };
  const maxBody = limits.maxBodyBytes ?? DEFAULT_MAX_BODY_BYTES;
  const deadline = createDeadline(options, limits, trace, signal);
  try {
    const connection = await connect(target, options, request, maxBody, trace, deadline);
    const version = request.httpVersion === '1.0' || options.httpVersion === '1.0' ? '1.0' : '1.1';
    const sent: Request = {
      ...request,
      httpVersion: version,
      headers: completeHeaders(request, target, options.removedHeaders),
    };
    const answer = await exchangeHttp1(connection.socket, sent, target.path, maxBody, trace, deadline.signal);
    return await finishExchange(sent, answer, connection.transport, maxBody, trace);
  } catch (error) {
    throw toSendError(error, trace);
  } finally {
    deadline.clear();
  }
}

/** Turns the raw reading into the response, with its gaps. */
async function finishExchange(
  request: Request,
  answer: RawAnswer,
  transport: Transport,
  maxBody: number,
  trace: Trace,
): Promise<Exchange> {
  const { parsed, broken } = answer;
  const decoded = await decodeBody(parsed.body, parsed.head.headers, maxBody, parsed);
  const gaps = [...parsed.oddities, ...decoded.gaps];
  if (!parsed.complete && !parsed.cut) {
    const why =
      broken === 'timeout' ? 'it did not end within the time-out' : 'the connection was closed before its end';
    gaps.push(`The response's body is not whole: ${why}, after ${parsed.body.byteLength} bytes.`);
  }
  const response: Response = { ...parsed.head, ...(decoded.body ? { body: decoded.body } : {}) };
  return { request, response, transport: { ...transport, timings: { ...trace.timings } }, gaps };
}

export interface Deadline {
  readonly signal: AbortSignal;
  /** Ends the shorter limit on connecting. */
  connected(): void;
  clear(): void;
}

function createDeadline(
  options: SendOptions,
  limits: SendLimits,
  trace: Trace,
  outer: AbortSignal | undefined,
): Deadline {
  const controller = new AbortController();
  const total = options.timeout ?? limits.timeout ?? DEFAULT_TIMEOUT;
  const expire = (after: number, option: string) => () => controller.abort(timeoutError(trace, after, option));
  const timer = setTimeout(expire(total, '-m'), total);
  const connectTimer =
    options.connectTimeout === undefined
      ? undefined
      : setTimeout(expire(options.connectTimeout, '--connect-timeout'), options.connectTimeout);
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
  const peer = describePeer(trace);
  const waited = `within ${after / 1000} s`;
  const what = {
    connect: `did not take the connection ${waited}; check the address, and firewalls on the way`,
    proxy: `is a proxy and did not open the way ${waited}; check that the proxy can reach ${trace.name}`,
    tls: `did not finish the TLS handshake ${waited}; check that the port speaks TLS`,
    answer: `took the request and did not answer ${waited}; give it longer with ${option}`,
    body: `did not finish its answer ${waited}; give it longer with ${option}`,
  }[trace.stage];
  return new SendError('TIMEOUT', `${peer} ${what}.`);
}
