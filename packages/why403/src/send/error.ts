import type { Exchange } from '@why403/core';

export type SendErrorCode =
  | 'DNS'
  | 'REFUSED'
  | 'RESET'
  | 'TLS'
  | 'TIMEOUT'
  | 'UNREACHABLE'
  | 'PROXY'
  | 'PROTOCOL'
  | 'REDIRECTS'
  | 'FILE'
  | 'ABORTED';

/**
 * A request that got no answer. `message` is one sentence: host and address, what happened, what to do.
 * The command ends with status 3. Its text holds no header, body or query of the user's request.
 */
export class SendError extends Error {
  override readonly name = 'SendError';
  readonly code: SendErrorCode;
  /** The exchanges that led here by redirects, the first one first. */
  redirects: readonly Exchange[] = [];

  constructor(code: SendErrorCode, message: string, cause?: unknown) {
    super(
      message.replace(/^(?:proxy|the) /, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
      cause === undefined ? undefined : { cause },
    );
    this.code = code;
  }
}

/** Where a request stands, for the messages and the timings. The sending functions write to it as they go on. */
export interface Trace {
  readonly started: number;
  /** `host:port` as the user's URL names it. */
  readonly name: string;
  /** What the connection is made to at this moment: the host itself, or the proxy. */
  peer: string;
  address: string | undefined;
  stage: 'connect' | 'proxy' | 'tls' | 'answer' | 'body';
  readonly timings: { lookup?: number; connect?: number; tls?: number; firstByte?: number; end?: number };
}

/** Milliseconds since the start of the request, with three decimals at most. */
export function elapsed(trace: Trace): number {
  return Math.round((performance.now() - trace.started) * 1000) / 1000;
}

/** The peer with its address, where the address says more than the name: `shop.example:443 (203.0.113.5)`. */
export function describePeer(trace: Trace): string {
  return trace.address === undefined || trace.peer.includes(trace.address)
    ? trace.peer
    : `${trace.peer} (${trace.address})`;
}

/** Makes text that came from outside fit for a one-line message: printable ASCII, at most `max` characters. */
export function quoteOutside(text: string, max = 60): string {
  const cut = text.length > max ? `${text.slice(0, max)}…` : text;
  return JSON.stringify(cut).replace(
    /[^\x20-\x7e…]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const TLS_ADVICE: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed; give its CA with --cacert, or accept it with -k',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate chain ends in a CA that is not trusted here; give that CA with --cacert, or accept it with -k',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the issuer of its certificate is not trusted here; give that CA with --cacert, or accept it with -k',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the issuer of its certificate is not known here, or the server leaves out an intermediate certificate; give the CA with --cacert, or accept it with -k',
  CERT_HAS_EXPIRED: 'its certificate has expired; the server needs a new one, or accept it with -k',
  CERT_NOT_YET_VALID: "its certificate is not valid yet; check this machine's clock, or accept it with -k",
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name; check the host in the URL, or accept it with -k',
  CERT_REVOKED: 'its certificate has been revoked; the server needs a new one',
};

/** The sentence for a certificate that was not accepted. */
export function certificateError(trace: Trace, reason: string, subject: string | undefined): SendError {
  const said = TLS_ADVICE[reason] ?? `its certificate was not accepted (${reason}); accept it with -k`;
  // what the options say of the host is not for the proxy
  const advice = trace.peer.startsWith('proxy ')
    ? said.replace('--cacert', '--proxy-cacert').replace(/-k$/, '--proxy-insecure')
    : said;
  const whose = subject === undefined ? '' : ` (certificate of ${quoteOutside(subject, 80)})`;
  return new SendError('TLS', `TLS with ${describePeer(trace)} failed: ${advice}${whose}.`);
}

/** Turns an error of Node's into ours. Errors of ours pass through. */
export function toSendError(error: unknown, trace: Trace): SendError {
  if (error instanceof SendError) return error;
  const { code, message } = readError(error);
  const peer = describePeer(trace);
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
    case 'EAI_FAIL':
    case 'EAI_NONAME':
      return new SendError(
        'DNS',
        `The name of ${peer} was not resolved (${code}); check its spelling and this machine's DNS, or give the address with --resolve.`,
        error,
      );
    case 'ECONNREFUSED':
      return new SendError(
        'REFUSED',
        `${peer} refused the connection; check the port and that the server is running.`,
        error,
      );
    case 'ECONNRESET':
    case 'EPIPE':
    case 'ECONNABORTED':
      return new SendError('RESET', resetSentence(trace), error);
    case 'ETIMEDOUT':
      return new SendError(
        'TIMEOUT',
        `${peer} did not answer the connection; check the address, and firewalls on the way.`,
        error,
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
    case 'ENETDOWN':
    case 'EACCES':
    case 'EPERM':
    case 'EINVAL':
    case 'ERR_SOCKET_BAD_PORT':
      return new SendError(
        'UNREACHABLE',
        `${peer} cannot be reached from here (${code}); check the network, VPN and -4 or -6.`,
        error,
      );
    case 'ENOENT':
    case 'ENOTSOCK':
      return new SendError(
        'UNREACHABLE',
        `${peer} cannot be reached (${code}); check the path after --unix-socket.`,
        error,
      );
  }
  if (trace.stage === 'tls' || /^(?:ERR_SSL|ERR_TLS|EPROTO|CERT_)/.test(code)) return tlsError(code, message, trace);
  return new SendError(
    'PROTOCOL',
    `The exchange with ${peer} failed (${quoteOutside(code === '' ? message : code)}); try the same with curl -v to see more.`,
    error,
  );
}

function resetSentence(trace: Trace): string {
  const peer = describePeer(trace);
  switch (trace.stage) {
    case 'connect':
      return `${peer} reset the connection at once; check the port, and firewalls on the way.`;
    case 'proxy':
      return `The proxy ${peer} closed the connection before it answered; check that it is a proxy of this kind.`;
    case 'tls':
      return `${peer} closed the connection during the TLS handshake; check that the port speaks TLS, and whether it wants a client certificate or another TLS version.`;
    default:
      return `${peer} closed the connection before it answered; try again, and look into the server's log.`;
  }
}

function tlsError(code: string, message: string, trace: Trace): SendError {
  const peer = describePeer(trace);
  const say = (why: string) => new SendError('TLS', `TLS with ${peer} failed: ${why}.`);
  if (/wrong.version.number|packet.length.too.long|http.request|unknown.protocol/i.test(`${code} ${message}`)) {
    return say('the port does not speak TLS; try http:// instead of https://');
  }
  if (/certificate.required|handshake.failure|bad.certificate|unknown.ca|certificate.unknown/i.test(message)) {
    return say(
      `the server ended the handshake (${alertName(message)}); it may want a client certificate (--cert, --key)`,
    );
  }
  if (/unsupported.protocol|protocol.version|no.protocols.available/i.test(message)) {
    return say('no TLS version suits both sides; try --tlsv1.2 or --tls-max');
  }
  if (/no.application.protocol/i.test(message)) return say('no HTTP version suits both sides; try --http1.1');
  if (/no.cipher.match|no.ciphers.available/i.test(message))
    return say('no such cipher is known here; check --ciphers');
  return say(`${quoteOutside(code === '' ? message : code)}; try the same with curl -v to see more`);
}

function alertName(message: string): string {
  const alert = /alert ([a-z ]{1,40})/.exec(message)?.[1] ?? /(handshake failure|bad certificate)/.exec(message)?.[1];
  return alert?.trim() ?? 'alert';
}

/** Code and text of an error of any shape; of several attempts (AggregateError) the first that has a code. */
function readError(error: unknown): { code: string; message: string } {
  if (typeof error !== 'object' || error === null) return { code: '', message: String(error) };
  const { code, message, errors } = error as { code?: unknown; message?: unknown; errors?: unknown };
  if (typeof code !== 'string' && Array.isArray(errors) && errors.length > 0) return readError(errors[0]);
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : '' };
}
