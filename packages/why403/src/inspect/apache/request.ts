/** The state of one request inside Apache, and the variables that rules read from it. */

import type { ServerView } from '../shared/server-view.ts';
import type { About, Trial } from '../shared/trial.ts';
import { aboutHeader } from '../shared/trial.ts';
import type { Server } from './types.ts';

export interface ApacheRequest {
  readonly view: ServerView;
  readonly method: string;
  /** Decoded and normalised path. */
  readonly uri: string;
  readonly query: string;
  /** Address that rules see: the connection's, or the one mod_remoteip took from a header. */
  readonly client: string;
  readonly server: Server;
  readonly docroot: string;
  readonly env: Map<string, string>;
  /** Login that was checked and found right. */
  readonly user: string | undefined;
  /** AuthGroupFile in force, absolute. */
  readonly groupFile: string | undefined;
  readonly filename: string;
  readonly pathInfo: string;
}

/** A variable's value, what it speaks of, and whether it is known here. */
export interface Value {
  readonly text: string;
  readonly about: About;
  readonly absent: boolean;
  readonly known: boolean;
}

const known = (text: string, about: About): Value => ({ text, about, absent: text === '', known: true });
const unknown = (about: About): Value => ({ text: '', about, absent: false, known: false });

/** The value of a request header. */
export function headerValue(request: ApacheRequest, name: string): Value {
  return known(request.view.headers.get(name.toLowerCase()) ?? '', aboutHeader(name));
}

/** A variable of expressions and rewrite conditions. Source: https://httpd.apache.org/docs/2.4/expr.html#vars */
export function variable(request: ApacheRequest, name: string): Value {
  const n = name.toUpperCase();
  if (n.startsWith('SSL_')) return sslVariable(request, n);
  if (n.startsWith('HTTP_')) return headerValue(request, n.slice(5).replaceAll('_', '-').toLowerCase());
  const { view } = request;
  switch (n) {
    case 'REQUEST_METHOD':
      return known(request.method, 'method');
    case 'REQUEST_URI':
    case 'SCRIPT_NAME':
      return known(request.uri, 'path');
    case 'DOCUMENT_URI':
      return known(request.uri, 'path');
    case 'REQUEST_FILENAME':
    case 'SCRIPT_FILENAME':
      return known(request.filename, 'path');
    case 'PATH_INFO':
      return known(request.pathInfo, 'path');
    case 'QUERY_STRING':
      return known(request.query, 'query');
    case 'THE_REQUEST':
      return known(
        `${view.method} ${view.rawPath}${view.query === undefined ? '' : `?${view.query}`} HTTP/${view.httpVersion}`,
        'path',
      );
    case 'REMOTE_ADDR':
      return known(request.client, 'ip');
    case 'REMOTE_HOST':
      return known(request.client, 'ip');
    case 'REMOTE_USER':
      return {
        text: request.user ?? '',
        about: request.user ? 'group' : 'credentials',
        absent: !request.user,
        known: true,
      };
    case 'AUTH_TYPE':
      return known(request.user ? 'Basic' : '', 'credentials');
    case 'HTTPS':
      return { text: view.scheme === 'https' ? 'on' : 'off', about: 'tls', absent: false, known: true };
    case 'REQUEST_SCHEME':
      return known(view.scheme, 'tls');
    case 'SERVER_PORT':
      return known(String(view.port), 'tls');
    case 'SERVER_NAME':
      return known(request.server.names[0] ?? view.host, 'host');
    case 'SERVER_ADDR':
      return known(view.serverAddress ?? '', 'host');
    case 'SERVER_PROTOCOL':
      return known(`HTTP/${view.httpVersion}`, 'header');
    case 'DOCUMENT_ROOT':
      return known(request.docroot, 'path');
    case 'IPV6':
      return known(request.client.includes(':') ? 'on' : 'off', 'ip');
    case 'REMOTE_PORT':
      return unknown('unseen');
    default:
      return timeVariable(n) ?? unknown('unseen');
  }
}

/** An attribute of the connection. Those of a client certificate cannot be seen from the request's side. */
function sslVariable(request: ApacheRequest, name: string): Value {
  const { view } = request;
  if (!name.startsWith('SSL_CLIENT')) return view.scheme === 'https' ? unknown('tls') : known('', 'tls');
  if (!view.clientCertificate) {
    const none = name === 'SSL_CLIENT_VERIFY' && view.scheme === 'https';
    return { text: none ? 'NONE' : '', about: 'certificate', absent: true, known: true };
  }
  // The handshake went through with it, so it was accepted.
  return name === 'SSL_CLIENT_VERIFY' ? known('SUCCESS', 'certificate') : unknown('certificate');
}

function timeVariable(name: string): Value | undefined {
  const now = new Date();
  const two = (n: number): string => String(n).padStart(2, '0');
  const parts: Readonly<Record<string, string>> = {
    TIME_YEAR: String(now.getFullYear()),
    TIME_MON: two(now.getMonth() + 1),
    TIME_DAY: two(now.getDate()),
    TIME_HOUR: two(now.getHours()),
    TIME_MIN: two(now.getMinutes()),
    TIME_SEC: two(now.getSeconds()),
    TIME_WDAY: String(now.getDay()),
  };
  if (name === 'TIME') return known(Object.values(parts).slice(0, 6).join(''), 'time');
  const text = parts[name];
  return text === undefined ? undefined : known(text, 'time');
}

/** What a judging needs at every step. */
export interface Step {
  readonly request: ApacheRequest;
  readonly trial: Trial;
}
