import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dspace',
  name: 'DSpace',
  role: 'app',
  present: [{ header: 'dspace-xsrf-token' }, { cookie: 'DSPACE-XSRF-COOKIE' }, { path: '/server/api/' }],
  refusals: [
    {
      id: 'csrf',
      when: [{ text: 'invalid csrf token' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'X-XSRF-TOKEN is missing or does not match the cookie; each answer may bring a new one in DSPACE-XSRF-TOKEN',
      source: 'https://github.com/DSpace/RestContract/blob/main/csrf-tokens.md',
    },
    {
      id: 'usual-write',
      alone: true,
      when: [{ status: 403 }, { not: { method: ['GET', 'HEAD'] } }, { path: '/server/api/' }],
      causes: {},
      usual: { 'csrf-invalid': 42, 'csrf-missing': 24, 'role-missing': 14, 'origin-rejected': 10, 'host-rejected': 4 },
      says: 'the XSRF token and its cookie do not fit, mostly for a UI under another URL than dspace.ui.url',
      source: 'https://github.com/DSpace/RestContract/blob/main/csrf-tokens.md',
    },
    {
      id: 'usual-read',
      alone: true,
      when: [{ status: [401, 403] }, { method: ['GET', 'HEAD'] }, { path: '/server/api/' }],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-missing': 30, 'credentials-expired': 12, 'origin-rejected': 4 },
      says: 'the item or collection is for a group',
      source: 'https://github.com/DSpace/RestContract/blob/main/csrf-tokens.md',
    },
  ],
};

export default vendor;
