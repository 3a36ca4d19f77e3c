import type { Exchange, Gap, Header, Request, Response, SendOptions, Transport } from '@why403/core';
import { connect } from './connect.ts';
import { createDeadline } from './deadline.ts';
import { decodeBody } from './decode.ts';
import { SendError, type Trace, toSendError } from './error.ts';
import { checkRequest, completeHeaders } from './headers.ts';
import { exchangeHttp1, type RawAnswer } from './http1.ts';
import { proxiedHeaders } from './proxy.ts';
import type { Run } from './send.ts';
import { parseTarget, type Target } from './target.ts';

/** Sends exactly one request: no redirects, no second try. */
export async function sendOnce(request: Request, options: SendOptions, run: Run): Promise<Exchange> {
  const target = parseTarget(request.url);
  checkRequest(request, options.requestTarget);
  const trace: Trace = {
    started: performance.now(),
    name: target.authority,
    peer: `${target.host.includes(':') ? `[${target.host}]` : target.host}:${target.port}`,
    address: undefined,
    stage: 'connect',
    timings: {},
  };
  const addressed = options.requestTarget === undefined ? target : { ...target, path: options.requestTarget };
  const deadline = createDeadline(run.total, run.endsAt - performance.now(), options, trace, run.signal);
  try {
    const { headers, wanted, gaps } = await prepare(request, target, options);
    const connection = await connect(
      { target, options, request, protocols: wanted === '2' ? ['h2', 'http/1.1'] : ['http/1.1'], maxBody: run.maxBody },
      trace,
      deadline.signal,
    );
    deadline.connected();
    if ('refusal' in connection) {
      const refused = await toExchange(
        { ...request, headers },
        connection.refusal,
        connection.transport,
        run.maxBody,
        trace,
      );
      const told = `The proxy ${connection.proxy.name} answered this itself: it did not open the way to ${target.host}:${target.port}, and the request did not reach the host.`;
      return { ...refused, gaps: [{ code: 'proxy-answered', text: told }, ...gaps, ...refused.gaps] };
    }
    const isPrior = options.httpVersion === '2-prior-knowledge' && target.scheme === 'http' && !connection.forward;
    let sent: Request;
    let answer: RawAnswer;
    if (connection.alpn === 'h2' || isPrior) {
      const { exchangeHttp2, http2Headers } = await import('./http2.ts');
      sent = { ...request, httpVersion: '2', headers: http2Headers(headers) };
      answer = await exchangeHttp2(connection.socket, sent, addressed, run.maxBody, trace, deadline.signal);
    } else {
      const { forward } = connection;
      sent = {
        ...request,
        httpVersion: wanted === '1.0' ? '1.0' : '1.1',
        headers: forward ? proxiedHeaders(headers, forward, options) : headers,
      };
      const line =
        options.requestTarget ?? (forward ? `${target.scheme}://${target.authority}${target.path}` : target.path);
      answer = await exchangeHttp1(connection.socket, sent, line, run.maxBody, trace, deadline.signal);
    }
    const exchange = await toExchange(sent, answer, connection.transport, run.maxBody, trace);
    return { ...exchange, gaps: [...gaps, ...exchange.gaps] };
  } catch (error) {
    throw toSendError(error, trace);
  } finally {
    deadline.clear();
  }
}

interface Prepared {
  readonly headers: readonly Header[];
  readonly wanted: '1.0' | '1.1' | '2';
  readonly gaps: readonly Gap[];
}

/** Completes and signs the headers, and settles which HTTP version to ask for. */
async function prepare(request: Request, target: Target, options: SendOptions): Promise<Prepared> {
  const gaps: Gap[] = [];
  let headers = completeHeaders(request, target, options.removedHeaders);
  if (options.awsSigv4 !== undefined && options.user !== undefined) {
    const { signAwsV4 } = await import('./aws-sigv4.ts');
    headers = signAwsV4({ ...request, headers }, target, options.awsSigv4, options.user);
  }
  const asked = options.httpVersion ?? request.httpVersion;
  if (asked === '3')
    gaps.push({ code: 'sent-otherwise', text: 'The request was HTTP/3; it was sent over HTTP/2 or HTTP/1.1.' });
  let wanted: Prepared['wanted'] = asked === '1.0' || asked === '1.1' ? asked : '2';
  if (wanted === '2' && target.scheme === 'http' && asked === '2') {
    gaps.push({
      code: 'sent-otherwise',
      text: 'HTTP/2 over http:// was not asked for by an upgrade; the request was sent over HTTP/1.1.',
    });
  }
  if (wanted === '2' && (target.scheme === 'https' || asked === '2-prior-knowledge')) {
    const { unfitForHttp2 } = await import('./http2.ts');
    const name = unfitForHttp2(headers);
    if (name !== undefined) {
      if (target.scheme === 'http') {
        throw new SendError(
          'PROTOCOL',
          `The header ${name} stands twice or holds bytes that cannot be sent over HTTP/2 here; leave out --http2-prior-knowledge.`,
        );
      }
      gaps.push({
        code: 'sent-otherwise',
        text: `The header ${name} cannot be sent over HTTP/2 as it stands here; the request was sent over HTTP/1.1.`,
      });
      wanted = '1.1';
    }
  }
  return { headers, wanted, gaps };
}

/** Turns the raw reading into the exchange, with its gaps. */
async function toExchange(
  request: Request,
  answer: RawAnswer,
  transport: Transport,
  maxBody: number,
  trace: Trace,
): Promise<Exchange> {
  const { parsed, broken } = answer;
  const decoded = await decodeBody(parsed.body, parsed.head.headers, maxBody, parsed);
  const gaps = [...parsed.oddities.map((text): Gap => ({ code: 'response-headers', text })), ...decoded.gaps];
  if (!parsed.complete && !parsed.cut) {
    const why =
      broken === 'timeout'
        ? 'it did not end within the time-out'
        : 'the connection was closed, or its framing broke, before its end';
    gaps.push({
      code: 'response-body-cut',
      text: `The response's body is not whole: ${why}, after ${parsed.body.byteLength} bytes.`,
    });
  }
  const response: Response = { ...parsed.head, body: decoded.body };
  return { request, response, transport: { ...transport, timings: { ...trace.timings } }, gaps };
}
