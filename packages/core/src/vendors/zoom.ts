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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'zoom.us' }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 26,
        'credentials-missing': 10,
        'scope-insufficient': 8,
      },
      says: 'mostly a token past its hour',
      source: 'https://developers.zoom.us/docs/api/using-zoom-apis/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'zoom.us' }, { not: { path: '/v2/' } }],
      causes: {},
      usual: {
        'credentials-missing': 40,
        'policy-denied': 20,
        'credentials-expired': 12,
        'client-refused': 10,
        'not-owner': 8,
      },
      says: 'mostly a recording that requires the access token or a passcode',
      source: 'https://developers.zoom.us/docs/api/using-zoom-apis/',
    },
    {
      id: 'usual-403-v2',
      when: [{ status: 403 }, { host: 'zoom.us' }, { path: '/v2/' }],
      causes: {},
      usual: { 'scope-insufficient': 44, 'feature-unavailable': 22, 'role-missing': 20 },
      says: 'mostly a scope, or the plan',
      source: 'https://developers.zoom.us/docs/api/using-zoom-apis/',
    },
  ],
};

export default vendor;
