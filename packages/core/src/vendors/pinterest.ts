import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pinterest',
  name: 'Pinterest',
  role: 'api',
  present: [{ host: 'api.pinterest.com' }, { header: 'pinterest-version' }, { header: 'x-pinterest-rid' }],
  refusals: [
    {
      id: 'consumer-type',
      when: [
        {
          any: [
            { text: /your application consumer type is not supported/ },
            { text: /apps with trial access may not/ },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests' },
      says: "the app's access level (trial) does not include this",
      source: 'https://developers.pinterest.com/docs/reference/scopes/',
    },
    {
      id: 'scopes',
      alone: true,
      when: [
        {
          any: [
            { text: /authorization failed\. \(missing: \[/ },
            { text: 'Your application is not authorized to use the scopes' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://developers.pinterest.com/docs/reference/scopes/',
    },
    {
      id: 'authentication',
      when: [{ text: 'Authentication failed.' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is wrong or past its time',
      source: 'https://developers.pinterest.com/docs/reference/scopes/',
    },
  ],
};

export default vendor;
