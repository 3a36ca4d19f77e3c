import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'echo',
  name: 'Echo / Fiber (Go)',
  role: 'framework',
  present: [
    {
      text: /missing csrf token in (?:request header|the form parameter)|missing or malformed jwt|invalid or expired jwt|missing or malformed api key/,
    },
  ],
  refusals: [
    {
      id: 'csrf-missing',
      alone: true,
      when: [{ text: /missing csrf token in (?:request header|the form parameter|the query string|request)/ }],
      causes: { 'csrf-missing': 'proves' },
      says: 'Echo: no CSRF token came in the place where it looks',
      source: 'https://github.com/labstack/echo/blob/master/middleware/csrf.go',
    },
    {
      id: 'csrf-invalid',
      alone: true,
      when: [
        { text: 'invalid csrf token' },
        { status: 403 },
        { not: { text: /ebadcsrftoken|fst_csrf|forbiddenerror|invalid csrf token '|found in form/ } },
        { body: '{"message":"invalid csrf token"}' },
      ],
      causes: { 'csrf-invalid': 'proves' },
      says: 'Echo: the CSRF token is not that of the cookie',
      source: 'https://github.com/labstack/echo/blob/master/middleware/csrf.go',
    },
    {
      id: 'jwt-missing',
      alone: true,
      when: [{ any: [{ text: 'missing or malformed jwt' }, { text: 'Missing or malformed JWT' }] }],
      causes: { 'credentials-missing': 'suggests', 'credentials-malformed': 'hints' },
      says: 'Echo or Fiber: no token came, or not as "Bearer <token>"',
      source: 'https://github.com/labstack/echo-jwt/blob/main/jwt.go',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [{ text: 'invalid or expired jwt' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'Echo or Fiber: the token does not verify or is past its time',
      source: 'https://github.com/labstack/echo-jwt/blob/main/jwt.go',
    },
    {
      id: 'key-missing',
      alone: true,
      when: [
        {
          any: [
            { text: 'missing key in request header' },
            { text: 'missing or malformed API Key' },
            { text: 'missing key in the query string' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'Echo or Fiber key auth: no key came',
      source: 'https://github.com/labstack/echo/blob/master/middleware/key_auth.go',
    },
  ],
};

export default vendor;
