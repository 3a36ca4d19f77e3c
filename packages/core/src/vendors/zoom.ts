import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zoom',
  name: 'Zoom',
  role: 'api',
  present: [{ host: 'zoom.us' }, { header: 'x-zm-trackingid' }],
  refusals: [
    {
      id: 'scopes',
      when: [{ any: [{ code: '4711' }, { text: /invalid access token, does not contain scopes/ }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://developers.zoom.us/docs/api/errors/',
    },
    {
      id: 'token-expired',
      when: [{ text: 'Access token is expired.' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developers.zoom.us/docs/api/errors/',
    },
    {
      id: 'token-invalid',
      when: [
        { any: [{ text: 'Invalid access token.' }, { text: 'Invalid api key or secret' }] },
        { not: { text: 'does not contain scopes' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is wrong',
      source: 'https://developers.zoom.us/docs/api/errors/',
    },
    {
      id: 'account-feature',
      when: [
        {
          any: [
            { body: /"code": ?200\b/ },
            {
              text: /only available for paid|webinar plan is missing|this api only for paid|account has not enabled|no permission to access/,
            },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests', 'role-missing': 'hints' },
      says: "the account's plan or the user's role does not include this",
      source: 'https://developers.zoom.us/docs/api/errors/',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ text: /you have (?:reached the maximum per-second rate limit|exceeded the daily rate limit)/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit is reached',
      source: 'https://developers.zoom.us/docs/api/errors/',
    },
  ],
};

export default vendor;
