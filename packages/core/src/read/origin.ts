import type { Reader } from '../model/evidence.ts';
import type { Span } from '../model/exchange.ts';
import { headersOf, splitUrl } from '../model/http.ts';

const reader: Reader = {
  id: 'origin',
  read(exchange) {
    const origin = headersOf(exchange, 'request', 'origin')[0];
    const referer = headersOf(exchange, 'request', 'referer')[0];
    const site = headersOf(exchange, 'request', 'sec-fetch-site')[0];
    const at = [origin, referer, site].flatMap((h): Span[] => (h ? [h.span] : []));
    if (!at.length) return [];
    const host = headersOf(exchange, 'request', 'host')[0]?.value.toLowerCase();
    const own = splitUrl(exchange.request.url);
    const ownHosts = [host, own && (own.port ? `${own.host}:${own.port}` : own.host)];
    const from = splitUrl(origin?.value ?? referer?.value ?? '');
    const fromHost = from && (from.port ? `${from.host}:${from.port}` : from.host);
    const cross = site
      ? /^cross-site$/.test(site.value)
      : origin?.value === 'null' || (fromHost !== undefined && !ownHosts.includes(fromHost));
    return [
      {
        kind: 'origin',
        fact: {
          ...(origin && { origin: origin.value }),
          ...(referer && { referer: referer.value }),
          ...(site && { site: site.value }),
          cross,
        },
        at,
        by: 'origin',
      },
    ];
  },
};

export default reader;
