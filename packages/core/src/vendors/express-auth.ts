import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'express-auth',
  name: 'Express: jsonwebtoken, express-jwt, passport, cors, rate limit',
  role: 'framework',
  present: [
    { header: 'x-powered-by', is: 'Express' },
    {
      text: /no authorization token was found|unauthorizederror: |jsonwebtokenerror|tokenexpirederror|not allowed by cors|cannot (?:get|post|put|patch|delete) \//,
    },
  ],
  refusals: [
    {
      id: 'jwt-none',
      alone: true,
      when: [{ any: [{ text: 'No authorization token was found' }, { code: 'credentials_required' }] }],
      causes: { 'credentials-missing': 'proves' },
      says: 'express-jwt: no token came',
      source: 'https://github.com/auth0/express-jwt',
    },
    {
      id: 'jwt-scheme',
      alone: true,
      when: [
        {
          any: [
            { text: 'Format is Authorization: Bearer [token]' },
            { code: 'credentials_bad_scheme' },
            { code: 'credentials_bad_format' },
          ],
        },
      ],
      causes: { 'credentials-malformed': 'proves' },
      says: 'express-jwt: the Authorization header is not of the form "Bearer <token>"',
      source: 'https://github.com/auth0/express-jwt',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [{ any: [{ text: 'jwt expired' }, { text: 'TokenExpiredError' }] }, { not: { text: 'jwt expired at' } }],
      causes: { 'credentials-expired': 'proves' },
      says: 'jsonwebtoken: the token is past its time',
      source: 'https://github.com/auth0/node-jsonwebtoken#errors--codes',
    },
    {
      id: 'jwt-not-active',
      alone: true,
      when: [{ any: [{ text: 'jwt not active' }, { text: 'NotBeforeError' }] }],
      causes: { 'credentials-expired': 'proves' },
      says: "jsonwebtoken: the token's time has not begun (nbf)",
      source: 'https://github.com/auth0/node-jsonwebtoken#errors--codes',
    },
    {
      id: 'jwt-wrong',
      alone: true,
      when: [
        {
          text: /\b(?:jwt (?:audience|issuer|subject|id) invalid|jwt signature is required|invalid signature(?! (?:was|[0-9a-f]{8}))|invalid algorithm)\b/,
        },
        { not: { text: 'Invalid signature.' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'jsonwebtoken: signature, audience, issuer or algorithm is not the expected one',
      source: 'https://github.com/auth0/node-jsonwebtoken#errors--codes',
    },
    {
      id: 'jwt-malformed',
      alone: true,
      when: [{ text: /\bjwt (?:malformed|must be provided|must be a string)\b/ }],
      causes: { 'credentials-malformed': 'proves', 'credentials-invalid': 'hints' },
      says: 'jsonwebtoken: what came is no JWT',
      source: 'https://github.com/auth0/node-jsonwebtoken#errors--codes',
    },
    {
      id: 'oauth2-jwt-bearer-scope',
      alone: true,
      when: [{ text: /insufficient scope\b/ }, { not: { text: 'insufficient_scope' } }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'express-oauth2-jwt-bearer or express-jwt-authz: the token lacks a scope',
      source: 'https://github.com/auth0/node-oauth2-jwt-bearer',
    },
    {
      id: 'oauth2-claims',
      alone: true,
      when: [{ text: /unexpected '(?:iss|aud|alg|typ)' value|missing or invalid '(?:iss|aud)' claim/ }],
      causes: { 'credentials-invalid': 'suggests', 'role-missing': 'hints' },
      says: 'express-oauth2-jwt-bearer: issuer, audience or algorithm is not the expected one',
      source: 'https://github.com/auth0/node-oauth2-jwt-bearer',
    },
    {
      id: 'cors-middleware',
      alone: true,
      when: [{ text: /\bnot allowed by cors\b/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "the application's CORS function refused the Origin with an error",
      fix: {
        who: 'server-admin',
        text: 'allow the origin; a missing Origin (curl, same-origin) is refused by many such functions too',
      },
      source: 'https://github.com/expressjs/cors#configuring-cors-w-dynamic-origin',
    },
    {
      id: 'rate-limit',
      alone: true,
      when: [{ text: 'Too many requests, please try again later.' }],
      causes: { 'rate-limited': 'proves' },
      says: 'express-rate-limit: the limit is used up',
      source: 'https://github.com/express-rate-limit/express-rate-limit',
    },
    {
      id: 'send-dotfile',
      when: [{ text: 'ForbiddenError: Forbidden' }],
      causes: { 'server-rule': 'suggests', 'file-permissions': 'hints' },
      says: 'the static file server refuses dot files or paths outside its root',
      source: 'https://github.com/pillarjs/send#dotfiles',
    },
  ],
};

export default vendor;
