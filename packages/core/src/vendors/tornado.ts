import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tornado',
  name: 'Tornado',
  role: 'framework',
  present: [{ header: 'server', is: /^tornadoserver/i }, { text: /'_xsrf' argument/ }],
  refusals: [
    {
      id: 'xsrf-missing-safe',
      alone: true,
      when: [
        { any: [{ text: "'_xsrf' argument missing from POST" }, { text: "'_xsrf' argument missing from GET" }] },
        { method: ['GET', 'HEAD', 'OPTIONS'] },
      ],
      causes: { 'credentials-missing': 'suggests', 'csrf-missing': 'hints' },
      says: 'the XSRF check is a fallback here: no API token or valid login came with this request',
      fix: { who: 'caller', text: 'send the API token as Authorization: token <token>' },
      source: 'https://discourse.jupyter.org/t/19938',
    },
    {
      id: 'xsrf-missing',
      alone: true,
      when: [
        { any: [{ text: "'_xsrf' argument missing from POST" }, { text: "'_xsrf' argument missing from" }] },
        { not: { method: ['GET', 'HEAD', 'OPTIONS'] } },
      ],
      causes: { 'csrf-missing': 'proves' },
      says: 'no _xsrf field or X-XSRFToken header came',
      source: 'https://github.com/tornadoweb/tornado/blob/master/tornado/web.py',
    },
    {
      id: 'xsrf-mismatch',
      alone: true,
      when: [
        {
          any: [{ text: 'XSRF cookie does not match POST argument' }, { text: "'_xsrf' argument has invalid format" }],
        },
      ],
      causes: { 'csrf-invalid': 'proves' },
      says: 'an _xsrf value came and does not match the cookie',
      source: 'https://github.com/tornadoweb/tornado/blob/master/tornado/web.py',
    },
    {
      id: 'websocket-origin',
      alone: true,
      when: [{ text: 'Cross origin websockets not allowed' }],
      causes: { 'origin-rejected': 'proves' },
      says: "the WebSocket came from another origin than the server's",
      fix: { who: 'api-owner', text: 'allow this origin in check_origin' },
      source: 'https://github.com/tornadoweb/tornado/blob/master/tornado/websocket.py',
    },
  ],
};

export default vendor;
