import type { Exchange } from '@why403/core';
import { normalisePath } from '../shared/normalise-path.ts';

/** The request as nginx sees it after it has read the head. */
export interface NginxRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly rawUri: string;
  /** Decoded and normalised path. */
  readonly uri: string;
  readonly args: string;
  /** Host without port, in lower case; empty where none came. */
  readonly host: string;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly scheme: 'http' | 'https';
  readonly httpVersion: string;
  /** Address and port that the connection went to; the address is absent where it is not known. */
  readonly serverAddress?: string;
  readonly serverPort: number;
  /** Address that the connection came from; absent where it is not known. */
  readonly clientAddress?: string;
  readonly clientCertificate?: boolean;
  readonly bodyLength: number;
  /** Server's time in seconds. */
  readonly now: number;
  /** A status that nginx answers before it looks at any rule. */
  readonly malformed?: string;
}

/** What is known beside the exchange. */
export interface Surroundings {
  readonly clientAddress?: string;
  readonly serverAddress?: string;
  readonly now?: number;
}

/** Reads the request of an exchange as nginx would. */
export function readRequest(exchange: Exchange, around: Surroundings = {}): NginxRequest {
  const { request, response, transport } = exchange;
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^#]*)/.exec(request.url);
  const scheme = (match?.[1] ?? 'http').toLowerCase() === 'https' ? 'https' : 'http';
  const authority = (match?.[2] ?? '').replace(/^[^@]*@/, '');
  const target = match ? (match[3] ?? '') : (request.url.split('#')[0] ?? '');
  const rawUri = target.startsWith('/') ? target : `/${target}`;
  const question = rawUri.indexOf('?');
  const rawPath = question < 0 ? rawUri : rawUri.slice(0, question);
  const headers = new Map<string, string[]>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    headers.set(key, [...(headers.get(key) ?? []), value]);
  }
  const hostHeader = headers.get('host')?.[0] ?? headers.get(':authority')?.[0] ?? authority;
  if (!headers.has('host')) headers.set('host', [hostHeader]);
  const port = /:(\d+)$/.exec(authority)?.[1];
  const date = Date.parse(response?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1] ?? '');
  const uri = normalisePath(rawPath, true);
  const body = request.body;
  return {
    method: request.method,
    rawUri,
    uri: uri ?? '/',
    args: question < 0 ? '' : rawUri.slice(question + 1),
    host: hostHeader.replace(/:\d*$/, '').replace(/\.$/, '').toLowerCase(),
    headers,
    scheme,
    httpVersion: request.httpVersion ?? '1.1',
    ...(around.serverAddress !== undefined ? { serverAddress: around.serverAddress } : {}),
    serverPort: transport?.port ?? Number(port ?? (scheme === 'https' ? 443 : 80)),
    ...(around.clientAddress !== undefined ? { clientAddress: around.clientAddress } : {}),
    ...(transport?.tls ? { clientCertificate: transport.tls.clientCertificateSent } : {}),
    bodyLength: body?.cutFrom ?? body?.bytes?.length ?? Buffer.byteLength(body?.text ?? ''),
    now: around.now ?? (Number.isNaN(date) ? Math.floor(Date.now() / 1000) : Math.floor(date / 1000)),
    ...(uri === undefined ? { malformed: 'the path cannot be decoded' } : {}),
  };
}
