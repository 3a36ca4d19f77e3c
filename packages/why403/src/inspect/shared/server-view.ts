/** The request as a server on this machine sees it. */
import type { Exchange } from '@why403/core';
import { isLoopback } from './address-match.ts';

export interface ServerView {
  readonly method: string;
  /** `http` or `https`, as the request line's connection was. */
  readonly scheme: 'http' | 'https';
  /** Host as sent, without port, in lower case. */
  readonly host: string;
  /** Host header as sent. */
  readonly hostHeader: string;
  readonly port: number;
  /** Raw path as sent. */
  readonly rawPath: string;
  /** Query without `?`; undefined where none was sent. */
  readonly query: string | undefined;
  readonly headers: ReadonlyMap<string, string>;
  /** The client's address as the server sees it; undefined where nothing tells. */
  readonly clientAddress: string | undefined;
  readonly serverAddress: string | undefined;
  readonly clientCertificate: boolean;
  readonly httpVersion: string;
  readonly status: number | undefined;
  /** The response's own time, or undefined. */
  readonly date: Date | undefined;
}

/** Reads the view from an exchange; `clientAddress` comes from the log where one has it. */
export function viewExchange(exchange: Exchange, clientAddress?: string): ServerView {
  const { request, response, transport } = exchange;
  const found = /^(https?|wss?):\/\/([^/?#]*)([^?#]*)(?:\?([^#]*))?/i.exec(request.url);
  const secure = /^(?:https|wss)$/i.test(found?.[1] ?? 'http');
  const authority = (found?.[2] ?? '').replace(/^[^@]*@/, '');
  const headers = new Map<string, string>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}${key === 'cookie' ? '; ' : ', '}${value}`);
  }
  const hostHeader = headers.get('host') ?? headers.get(':authority') ?? authority;
  headers.set('host', hostHeader);
  const port = /:(\d{1,5})$/.exec(authority)?.[1];
  const date = response?.headers.find(([name]) => name.toLowerCase() === 'date')?.[1];
  const serverAddress = transport?.address ?? literalAddress(authority);
  return {
    method: request.method,
    scheme: secure ? 'https' : 'http',
    host: hostHeader
      .replace(/:\d{1,5}$/, '')
      .toLowerCase()
      .replace(/\.$/, ''),
    hostHeader,
    port: transport?.port ?? (port ? Number(port) : secure ? 443 : 80),
    rawPath: found?.[3] || '/',
    query: found?.[4],
    headers,
    clientAddress: clientAddress ?? (serverAddress && isLoopback(serverAddress) ? serverAddress : undefined),
    serverAddress,
    clientCertificate: transport?.tls?.clientCertificateSent ?? false,
    httpVersion: request.httpVersion ?? '1.1',
    status: response?.status,
    date: date && !Number.isNaN(Date.parse(date)) ? new Date(date) : undefined,
  };
}

function literalAddress(authority: string): string | undefined {
  const host = authority.replace(/:\d{1,5}$/, '').replace(/^\[|\]$/g, '');
  if (/^localhost$/i.test(host)) return '127.0.0.1';
  return /^[\d.]+$/.test(host) || host.includes(':') ? host : undefined;
}

/** Percent-decodes a path byte by byte; bytes that are no UTF-8 stay as they were. */
export function decodePath(path: string): string {
  return path.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Buffer.from(run.replaceAll('%', ''), 'hex');
    const text = bytes.toString('utf8');
    return text.includes('\ufffd') ? bytes.toString('latin1') : text;
  });
}

/** Removes dot segments, and merges slashes where asked; undefined where the path climbs above the root. */
export function normalizePath(path: string, mergeSlashes: boolean): string | undefined {
  const out: string[] = [];
  const parts = (mergeSlashes ? path.replace(/\/{2,}/g, '/') : path).split('/').slice(1);
  for (const [i, part] of parts.entries()) {
    const last = i === parts.length - 1;
    if (part === '..') {
      if (!out.length) return undefined;
      out.pop();
      if (last) out.push('');
    } else if (part === '.') {
      if (last) out.push('');
    } else out.push(part);
  }
  return `/${out.join('/')}`;
}
