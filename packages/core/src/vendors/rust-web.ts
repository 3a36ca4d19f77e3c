import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rust-web',
  name: 'Actix Web / Axum / Rocket',
  role: 'framework',
  present: [{ header: 'server', is: /^(?:rocket|actix)/i }, { text: /origin is not allowed to make this request/ }],
  refusals: [
    {
      id: 'cors-origin',
      alone: true,
      when: [{ text: 'Origin is not allowed to make this request' }],
      causes: { 'origin-rejected': 'proves' },
      says: 'actix-cors: this Origin is not on the list',
      source: 'https://github.com/actix/actix-extras/blob/master/actix-cors/src/error.rs',
    },
    {
      id: 'cors-request',
      alone: true,
      when: [
        {
          any: [
            { text: 'Requested method is not allowed' },
            { text: 'One or more headers requested are not allowed' },
            { text: 'Request header `Access-Control-Request-Method` is required' },
          ],
        },
        { method: 'OPTIONS' },
      ],
      causes: { 'origin-rejected': 'suggests', 'method-refused': 'hints' },
      says: 'actix-cors: the preflight asks for a method or header that is not allowed',
      source: 'https://github.com/actix/actix-extras/blob/master/actix-cors/src/error.rs',
    },
  ],
};

export default vendor;
