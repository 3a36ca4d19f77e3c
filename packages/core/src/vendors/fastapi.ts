import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fastapi',
  name: 'FastAPI / Starlette',
  role: 'framework',
  present: [{ header: 'server', is: /^(?:uvicorn|hypercorn)/i }],
  refusals: [
    {
      id: 'not-authenticated',
      alone: true,
      when: [{ body: '"detail":"not authenticated"' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-malformed': 'hints' },
      says: 'a security dependency found no credential in the place where it looks',
      fix: {
        who: 'caller',
        text: "send the credential where the API's docs say: Authorization: Bearer <token>, or the named header, query field or cookie",
      },
      source: 'https://github.com/fastapi/fastapi/blob/master/fastapi/security/http.py',
    },
    {
      id: 'not-authenticated-words',
      when: [{ text: /\bnot authenticated\b/ }, { not: { body: '"detail":"not authenticated"' } }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'a security dependency found no credential in the place where it looks',
      source: 'https://github.com/fastapi/fastapi/blob/master/fastapi/security/http.py',
    },
    {
      id: 'invalid-scheme',
      alone: true,
      when: [{ body: '"detail":"invalid authentication credentials"' }, { status: 403 }],
      causes: { 'credentials-malformed': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the scheme word of the Authorization header is not the one that the API wants',
      source: 'https://github.com/fastapi/fastapi/blob/master/fastapi/security/http.py',
    },
    {
      id: 'could-not-validate',
      alone: true,
      when: [{ text: 'Could not validate credentials' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token could not be decoded: wrong key, wrong audience or past its time',
      source: 'https://fastapi.tiangolo.com/tutorial/security/oauth2-jwt/',
    },
    {
      id: 'not-enough-permissions',
      alone: true,
      when: [{ text: /\bnot enough permissions\b(?! to)/ }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the token lacks a scope of this operation',
      source: 'https://fastapi.tiangolo.com/advanced/security/oauth2-scopes/',
    },
    {
      id: 'not-enough-privileges',
      alone: true,
      when: [{ text: /the user doesn't have enough privileges/ }],
      causes: { 'role-missing': 'suggests' },
      says: 'the user is no superuser',
      source: 'https://github.com/fastapi/full-stack-fastapi-template/blob/master/backend/app/api/deps.py',
    },
    {
      id: 'invalid-host',
      alone: true,
      when: [{ text: 'Invalid host header' }, { not: { text: 'webpack' } }, { status: 400 }],
      causes: { 'host-rejected': 'proves' },
      says: 'TrustedHostMiddleware: the Host is not on the list',
      source: 'https://github.com/encode/starlette/blob/master/starlette/middleware/trustedhost.py',
    },
    {
      id: 'cors-preflight',
      alone: true,
      when: [{ text: /disallowed cors (?:origin|method|headers)/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'CORSMiddleware refused the preflight',
      source: 'https://github.com/encode/starlette/blob/master/starlette/middleware/cors.py',
    },
  ],
};

export default vendor;
