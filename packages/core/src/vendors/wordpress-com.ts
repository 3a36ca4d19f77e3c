import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wordpress-com',
  name: 'WordPress.com, Jetpack, Blogger',
  role: 'api',
  present: [
    { host: 'public-api.wordpress.com' },
    { host: 'wordpress.com' },
    { host: 'wp.com' },
    { host: 'blogspot.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'public-api.wordpress.com' }],
      causes: {},
      usual: { 'role-missing': 36, 'policy-denied': 20, 'scope-insufficient': 16, 'not-owner': 12 },
      says: "mostly the user's role, or a private site",
      source: 'https://developer.wordpress.com/docs/api/',
    },
    {
      id: 'usual-403-wp',
      when: [{ status: 403 }, { host: 'wp.com' }],
      causes: {},
      usual: {
        'object-hidden': 26,
        'ip-refused': 18,
        'origin-rejected': 16,
        'client-refused': 14,
        'content-rejected': 8,
      },
      says: 'mostly the image proxy cannot read the origin',
      source: 'https://developer.wordpress.com/docs/api/',
    },
    {
      id: 'usual-400',
      when: [{ status: 400 }, { host: 'wp.com' }],
      causes: {},
      usual: { 'object-hidden': 54, 'origin-rejected': 10, 'client-refused': 10 },
      says: 'mostly the image proxy cannot read the origin',
      source: 'https://developer.wordpress.com/docs/api/',
    },
  ],
};

export default vendor;
