import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fastify',
  name: 'Fastify plugins',
  role: 'framework',
  present: [{ text: /fst_jwt_|fst_[a-z]{2,20}_/ }],
  refusals: [
    {
      id: 'jwt-missing',
      alone: true,
      when: [
        {
          any: [
            { code: 'FST_JWT_NO_AUTHORIZATION_IN_HEADER' },
            { code: 'FST_JWT_NO_AUTHORIZATION_IN_COOKIE' },
            { text: 'No Authorization was found in request.headers' },
            { text: 'No Authorization was found in request.cookies' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: '@fastify/jwt: no token came',
      source: 'https://github.com/fastify/fastify-jwt/blob/master/jwt.js',
    },
    {
      id: 'jwt-scheme',
      alone: true,
      when: [
        { any: [{ code: 'FST_JWT_BAD_REQUEST' }, { text: 'Format is Authorization: Bearer [token]' }] },
        { body: 'fst_jwt' },
      ],
      causes: { 'credentials-malformed': 'proves' },
      says: '@fastify/jwt: the Authorization header is not of the form "Bearer <token>"',
      source: 'https://github.com/fastify/fastify-jwt/blob/master/jwt.js',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [{ any: [{ code: 'FST_JWT_AUTHORIZATION_TOKEN_EXPIRED' }, { text: 'Authorization token expired' }] }],
      causes: { 'credentials-expired': 'proves' },
      says: '@fastify/jwt: the token is past its time',
      source: 'https://github.com/fastify/fastify-jwt/blob/master/jwt.js',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [
        {
          any: [
            { code: 'FST_JWT_AUTHORIZATION_TOKEN_INVALID' },
            { code: 'FST_JWT_AUTHORIZATION_TOKEN_UNTRUSTED' },
            { text: 'Authorization token is invalid:' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: '@fastify/jwt: the token does not verify or is not trusted',
      source: 'https://github.com/fastify/fastify-jwt/blob/master/jwt.js',
    },
    {
      id: 'bearer-auth',
      alone: true,
      when: [
        { text: 'missing authorization header' },
        { not: { body: '"msg"' } },
        { not: { text: 'www-authenticate' } },
      ],
      causes: { 'credentials-missing': 'suggests' },
      says: '@fastify/bearer-auth: no Authorization header came',
      source: 'https://github.com/fastify/fastify-bearer-auth/blob/master/lib/verify-bearer-auth-factory.js',
    },
    {
      id: 'bearer-invalid',
      alone: true,
      when: [{ text: 'invalid authorization header' }, { status: 401 }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints' },
      says: '@fastify/bearer-auth: the key is not one of the configured ones',
      source: 'https://github.com/fastify/fastify-bearer-auth/blob/master/lib/verify-bearer-auth-factory.js',
    },
    {
      id: 'rate-limit-ban',
      alone: true,
      when: [{ text: /rate limit exceeded, retry in [0-9]{1,6} (?:second|minute|hour|day)/ }],
      causes: { 'rate-limited': 'proves' },
      says: '@fastify/rate-limit: the limit is used up, or the ban after it',
      source: 'https://github.com/fastify/fastify-rate-limit',
    },
  ],
};

export default vendor;
