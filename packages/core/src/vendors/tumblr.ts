import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tumblr',
  name: 'Tumblr',
  role: 'api',
  present: [{ host: 'api.tumblr.com' }, { host: 'tumblr.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'media.tumblr.com' }],
      causes: {},
      usual: { 'object-hidden': 34, 'client-refused': 22, 'origin-rejected': 20, 'credentials-expired': 8 },
      says: 'mostly an old or changed address, or a Referer',
      source: 'https://www.tumblr.com/docs/en/api/v2',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.tumblr.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 30,
        'credentials-expired': 10,
        'credentials-malformed': 8,
      },
      says: 'mostly no api_key or a wrong OAuth signature',
      source: 'https://www.tumblr.com/docs/en/api/v2',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.tumblr.com' }],
      causes: {},
      usual: { 'object-hidden': 46, 'policy-denied': 26, 'credentials-missing': 12 },
      says: 'mostly a blog that is hidden from callers without a login',
      source: 'https://www.tumblr.com/docs/en/api/v2',
    },
  ],
};

export default vendor;
