import type { Evidence, Reader } from '../model/evidence.ts';

// Headers by which hops on the way name themselves: Server and Via (RFC 9110 §10.2.4, §7.6.3), Proxy-Status (RFC 9209), ids of CDNs and WAFs.
const NAMED =
  /^(?:server|via|proxy-status|x-powered-by|x-served-by|x-cache|cf-ray|x-amz-cf-id|x-akamai-.{1,40}|x-iinfo|x-sucuri-id|x-azure-ref|x-vercel-id|x-nf-request-id|fly-request-id|x-squid-error|x-envoy-.{1,60}|x-kong-.{1,60}|x-bluecoat-via|x-varnish|x-cdn|x-goog-.{1,60})$/;

const reader: Reader = {
  id: 'hops',
  read(exchange) {
    const found: Evidence<'hop'>[] = [];
    exchange.response?.headers.forEach(([name, value], index) => {
      if (NAMED.test(name.toLowerCase()) && found.length < 30)
        found.push({
          kind: 'hop',
          fact: { product: value.slice(0, 200), header: name },
          at: [{ part: 'response', in: 'header', header: name, index }],
          by: 'hops',
        });
    });
    return found;
  },
};

export default reader;
