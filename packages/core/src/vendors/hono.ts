import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hono',
  name: 'Hono',
  role: 'framework',
  present: [{ text: /hono/ }],
  refusals: [
    {
      id: 'no-authorization',
      alone: true,
      when: [
        {
          any: [
            { text: 'no authorization included in request' },
            { challenge: 'Bearer', param: 'error_description', is: 'no authorization included in request' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'suggests' },
      says: 'hono/jwt: no Authorization header came',
      source: 'https://github.com/honojs/hono/blob/main/src/middleware/jwt/jwt.ts',
    },
    {
      id: 'token-verification',
      alone: true,
      when: [{ challenge: 'Bearer', param: 'error_description', is: 'token verification failure' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'hono/jwt: the token does not verify or is past its time',
      source: 'https://github.com/honojs/hono/blob/main/src/middleware/jwt/jwt.ts',
    },
  ],
};

export default vendor;
