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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.pinterest.com' }],
      causes: {},
      usual: { 'credentials-expired': 38, 'credentials-invalid': 38, 'credentials-missing': 10 },
      says: 'mostly an expired token, or a sandbox token at the live host',
      source: 'https://developers.pinterest.com/docs/reference/scopes/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.pinterest.com' }],
      causes: {},
      usual: { 'feature-unavailable': 40, 'scope-insufficient': 22, 'not-owner': 10, 'role-missing': 8 },
      says: 'mostly trial access, which may not write to the live service',
      source: 'https://developers.pinterest.com/docs/reference/scopes/',
    },
  ],
};

export default vendor;
