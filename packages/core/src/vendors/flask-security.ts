import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'flask-security',
  name: 'Flask-Security / Flask-Login / Flask-JWT-Extended',
  role: 'framework',
  present: [
    {
      text: /you do not have permission to view this resource|fresh token required|missing authorization header|token has been revoked|missing 'bearer' type in 'authorization' header/,
    },
  ],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'You do not have permission to view this resource' }],
      causes: { 'role-missing': 'suggests' },
      says: 'Flask-Security: the user lacks a role or permission',
      source: 'https://github.com/pallets-eco/flask-security/blob/main/flask_security/core.py',
    },
    {
      id: 'reauthenticate',
      alone: true,
      when: [{ text: /you must re-?authenticate to access this endpoint/ }],
      causes: { 'step-up-required': 'proves' },
      says: 'Flask-Security: the login is not fresh enough for this endpoint',
      source: 'https://github.com/pallets-eco/flask-security/blob/main/flask_security/core.py',
    },
    {
      id: 'fresh-token',
      alone: true,
      when: [{ text: 'Fresh token required' }],
      causes: { 'step-up-required': 'proves' },
      says: 'Flask-JWT-Extended: a token from a real login is wanted, not a refreshed one',
      fix: { who: 'caller', text: 'log in again and use the fresh access token' },
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/default_callbacks.py',
    },
    {
      id: 'header-missing',
      alone: true,
      when: [{ text: 'Missing Authorization Header' }, { body: '"msg"' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Flask-JWT-Extended: no Authorization header came',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/view_decorators.py',
    },
    {
      id: 'bearer-missing',
      alone: true,
      when: [
        {
          text: /missing 'bearer' type in 'authorization' header|bad authorization header\. expected '?authorization: bearer/,
        },
      ],
      causes: { 'credentials-malformed': 'proves' },
      says: 'Flask-JWT-Extended: the Authorization header is not of the form "Bearer <token>"',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/view_decorators.py',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: /\btoken has expired\b/ }, { body: '"msg"' }],
      causes: { 'credentials-expired': 'suggests' },
      says: 'the token is past its time',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/default_callbacks.py',
    },
    {
      id: 'token-revoked',
      alone: true,
      when: [{ text: 'Token has been revoked' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token was revoked',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/default_callbacks.py',
    },
    {
      id: 'jwt-csrf',
      alone: true,
      when: [{ text: 'Missing CSRF token' }, { body: '"msg"' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'Flask-JWT-Extended: the JWT came in a cookie and no X-CSRF-TOKEN with it',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/view_decorators.py',
    },
    {
      id: 'jwt-csrf-differ',
      alone: true,
      when: [{ text: 'CSRF double submit tokens do not match' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'Flask-JWT-Extended: X-CSRF-TOKEN is not that of the JWT cookie',
      source: 'https://github.com/vimalloc/flask-jwt-extended/blob/main/flask_jwt_extended/view_decorators.py',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: 'Signature verification failed' }],
      causes: { 'credentials-invalid': 'suggests' },
      says: "the token is not signed with this application's key",
      source: 'https://github.com/jpadilla/pyjwt/blob/master/jwt/api_jws.py',
    },
  ],
};

export default vendor;
