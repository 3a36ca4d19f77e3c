import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hubspot',
  name: 'HubSpot',
  role: 'api',
  present: [
    { host: 'hubapi.com' },
    { host: 'hubspot.com' },
    { header: 'x-hubspot-correlation-id' },
    { body: '"category":"missing_scopes"' },
  ],
  refusals: [
    {
      id: 'missing-scopes',
      alone: true,
      when: [
        {
          any: [
            { code: 'MISSING_SCOPES' },
            { body: '"category":"missing_scopes"' },
            { text: "This app hasn't been granted all required scopes to make this call" },
            { text: 'one or more of the following scopes are required' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: "the app's token lacks a scope",
      fix: { who: 'api-owner', text: 'add the scope to the app and install it again' },
      source: 'https://developers.hubspot.com/docs/guides/api/error-handling',
    },
    {
      id: 'invalid-authentication',
      alone: true,
      when: [
        {
          any: [
            { body: '"category":"invalid_authentication"' },
            { text: 'Authentication credentials not found. This API supports OAuth 2.0 authentication' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token is absent, wrong or revoked',
      source: 'https://developers.hubspot.com/docs/guides/api/error-handling',
    },
    {
      id: 'expired',
      alone: true,
      when: [
        {
          any: [
            { body: '"category":"expired_authentication"' },
            { text: /the oauth token used to make this call expired/ },
          ],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developers.hubspot.com/docs/guides/api/error-handling',
    },
    {
      id: 'limits',
      alone: true,
      when: [
        {
          any: [
            { body: '"policyname":"daily"' },
            { body: '"policyname":"ten_secondly_rolling"' },
            { text: 'You have reached your secondly limit.' },
            { text: 'You have reached your daily limit.' },
          ],
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'a request limit is reached',
      source: 'https://developers.hubspot.com/docs/guides/api/error-handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'hubapi.com' }, { host: 'hubspot.com' }] }],
      causes: {},
      usual: { 'scope-insufficient': 62, 'feature-unavailable': 14, 'role-missing': 6, 'policy-denied': 4 },
      says: 'mostly a scope is missing, or the tier does not include it',
      source: 'https://developers.hubspot.com/docs/guides/api/app-management/oauth/scopes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'hubapi.com' }, { host: 'hubspot.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 26, 'credentials-missing': 14 },
      says: 'mostly an access token past its 30 minutes, or an old API key',
      source: 'https://developers.hubspot.com/docs/guides/api/app-management/oauth/scopes',
    },
  ],
};

export default vendor;
