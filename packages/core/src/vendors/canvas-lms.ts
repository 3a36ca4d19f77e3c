import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'canvas-lms',
  name: 'Canvas LMS',
  role: 'app',
  present: [
    { host: 'instructure.com' },
    { header: 'x-canvas-meta' },
    { text: 'user not authorized to perform that action' },
  ],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /user not authori[sz]ed to perform that action/ }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints', 'not-owner': 'hints' },
      says: "the token's user lacks the role in this course or account",
      source: 'https://canvas.instructure.com/doc/api/file.oauth.html',
    },
    {
      id: 'scopes',
      when: [{ text: 'Insufficient scopes on access token.' }],
      causes: { 'scope-insufficient': 'proves' },
      says: "the developer key's token lacks a scope",
      source: 'https://canvas.instructure.com/doc/api/file.oauth.html',
    },
    {
      id: 'token',
      when: [
        { any: [{ text: 'Invalid access token.' }, { text: 'user authorization required' }] },
        { any: [{ host: 'instructure.com' }, { header: 'x-canvas-meta' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the token is absent, wrong or deleted',
      source: 'https://canvas.instructure.com/doc/api/file.oauth.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'instructure.com' }],
      causes: {},
      usual: {
        'role-missing': 30,
        'credentials-missing': 22,
        'credentials-expired': 18,
        'credentials-invalid': 18,
        'not-owner': 5,
      },
      says: 'mostly the user has no right here; a wrong token answers alike',
      source: 'https://canvas.instructure.com/doc/api/file.oauth.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'instructure.com' }],
      causes: {},
      usual: { 'role-missing': 42, 'rate-limited': 18, 'policy-denied': 12, 'not-owner': 10, 'scope-insufficient': 8 },
      says: 'mostly the role in the course, or the request limit',
      source: 'https://canvas.instructure.com/doc/api/file.oauth.html',
    },
  ],
};

export default vendor;
