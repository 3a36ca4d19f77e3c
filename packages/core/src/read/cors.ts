import type { Reader } from '../model/evidence.ts';
import { headersOf } from '../model/http.ts';

// Whether a browser would hide this answer from the page that asked (Fetch standard §3.2, "CORS check").
const reader: Reader = {
  id: 'cors',
  read(exchange) {
    if (!exchange.response) return [];
    const origin = headersOf(exchange, 'request', 'origin')[0];
    const allow = headersOf(exchange, 'response', 'access-control-allow-origin')[0];
    const preflight =
      exchange.request.method === 'OPTIONS' &&
      headersOf(exchange, 'request', 'access-control-request-method').length > 0;
    if (!origin && !allow) return [];
    const mode = headersOf(exchange, 'request', 'sec-fetch-mode')[0]?.value;
    const blocked =
      origin !== undefined && (mode === 'cors' || preflight) && allow?.value !== '*' && allow?.value !== origin.value;
    return [
      {
        kind: 'cors',
        fact: { preflight, blocked, ...(allow && { allowOrigin: allow.value }) },
        at: [...(allow ? [allow.span] : []), ...(origin ? [origin.span] : [])],
        by: 'cors',
      },
    ];
  },
};

export default reader;
