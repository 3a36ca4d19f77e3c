/** The request as a forward proxy on this machine sees it. */
import type { Exchange } from '@why403/core';
import { isLoopback } from './address-match.ts';
import { type ServerView, viewExchange } from './server-view.ts';

export interface ProxyView extends ServerView {
  /** Host and port that the proxy is asked to reach. */
  readonly target: { readonly host: string; readonly port: number };
  /** The whole URL, or `host:port` for CONNECT. */
  readonly url: string;
}

/** An https URL goes through a proxy by CONNECT, and that is what the proxy's rules see. */
export function viewThroughProxy(exchange: Exchange, clientAddress?: string): ProxyView {
  const view = viewExchange(exchange, clientAddress);
  const found = /^(https?):\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d{1,5}))?/i.exec(exchange.request.url);
  const secure = found?.[1]?.toLowerCase() === 'https';
  const host = (found?.[2] ?? view.host).replace(/^\[|\]$/g, '').toLowerCase();
  const port = found?.[3] ? Number(found[3]) : secure ? 443 : 80;
  const proxyHost = /^(?:\w+:\/\/)?(?:[^@/]*@)?(\[[^\]]*\]|[^:/]+)/
    .exec(exchange.transport?.viaProxy ?? '')?.[1]
    ?.replace(/^\[|\]$/g, '');
  const near = proxyHost === 'localhost' ? '127.0.0.1' : proxyHost;
  const client = clientAddress ?? (near && isLoopback(near) ? near : view.clientAddress);
  return {
    ...view,
    clientAddress: client,
    method: secure ? 'CONNECT' : view.method,
    target: { host, port },
    url: secure ? `${host}:${port}` : exchange.request.url,
  };
}
