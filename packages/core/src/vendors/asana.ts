import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'asana',
  name: 'Asana',
  role: 'api',
  present: [
    { host: 'app.asana.com' },
    { header: 'asana-change' },
    { body: 'developers.asana.com' },
    { body: 'asana.com/docs' },
  ],
  refusals: [
    {
      id: 'bare-403',
      when: [
        { status: 403 },
        { any: [{ host: 'app.asana.com' }, { body: 'developers.asana.com' }, { body: 'asana.com/docs' }] },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the user is no member of this object, or may not change it',
      source: 'https://developers.asana.com/docs/errors',
    },
    {
      id: 'premium',
      alone: true,
      when: [
        {
          any: [
            { text: /is only available to premium (?:organizations|users|workspaces)/ },
            { text: 'Payment Required' },
          ],
        },
        { any: [{ host: 'app.asana.com' }, { body: 'asana.com' }] },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the plan does not include this',
      source: 'https://developers.asana.com/docs/errors',
    },
    {
      id: 'not-authorized',
      when: [{ text: 'Not Authorized' }, { status: 401 }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token is absent, wrong or revoked',
      source: 'https://developers.asana.com/docs/errors',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'app.asana.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 45,
        'credentials-expired': 22,
        'credentials-missing': 16,
        'credentials-malformed': 8,
      },
      says: 'mostly a revoked or expired token',
      source: 'https://developers.asana.com/docs/errors',
    },
  ],
};

export default vendor;
