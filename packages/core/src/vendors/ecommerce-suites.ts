import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ecommerce-suites',
  name: 'WooCommerce.com, Ecwid, Squarespace, Wix, Lightspeed',
  role: 'api',
  present: [
    { host: 'ecwid.com' },
    { host: 'api.squarespace.com' },
    { host: 'squarespace.com' },
    { host: 'wixapis.com' },
    { host: 'wix.com' },
    { host: 'lightspeedhq.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'scope-insufficient': 44,
        'feature-unavailable': 14,
        'not-owner': 12,
        'role-missing': 8,
        'origin-rejected': 4,
      },
      says: "mostly a permission of the app or the site's plan",
      source: 'https://dev.wix.com/docs/rest/articles/getting-started/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 16, 'credentials-expired': 14 },
      says: "mostly a wrong token or another site's",
      source: 'https://dev.wix.com/docs/rest/articles/getting-started/errors',
    },
  ],
};

export default vendor;
