import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twilio',
  name: 'Twilio',
  role: 'api',
  present: [{ host: 'twilio.com' }, { header: 'twilio-request-id' }, { body: 'twilio.com/docs/errors' }],
  refusals: [
    {
      id: 'authenticate',
      when: [{ any: [{ code: '20003' }, { body: 'errors/20003' }] }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the account SID, auth token or API key is wrong, or the account is suspended',
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'geo-permission',
      when: [
        {
          any: [
            { code: '21408' },
            { code: '21215' },
            { code: '13227' },
            { text: 'Permission to send an SMS has not been enabled for the region' },
            { text: 'Account not authorized to call' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: "the account's geographic permissions do not hold this country",
      fix: { who: 'api-owner', text: 'allow the country under Messaging or Voice geo permissions' },
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'trial',
      when: [
        {
          any: [
            { code: '21608' },
            { code: '21219' },
            { text: 'Trial accounts cannot send messages to unverified numbers' },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'a trial account reaches verified numbers only',
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'opted-out',
      when: [{ any: [{ code: '21610' }, { text: 'Attempt to send to unsubscribed recipient' }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the recipient has opted out',
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'from-number',
      alone: true,
      when: [{ any: [{ code: '21606' }, { code: '21212' }, { code: '21603' }] }, { body: 'twilio' }],
      causes: { 'not-owner': 'proves' },
      says: 'the From number is not one of this account',
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'region-or-test',
      when: [
        {
          any: [
            { code: '20008' },
            { code: '20006' },
            { text: 'Resource not accessible with Test Account Credentials' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'test credentials, or a key of another account, cannot reach this',
      source: 'https://www.twilio.com/docs/api/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'twilio.com' }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-missing': 10, 'credentials-malformed': 10, 'policy-denied': 6 },
      says: 'mostly a wrong auth token, test credentials, or another region',
      source: 'https://www.twilio.com/docs/usage/requests-to-twilio',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'twilio.com' }],
      causes: {},
      usual: { 'policy-denied': 38, 'feature-unavailable': 22, 'role-missing': 16, 'not-owner': 6 },
      says: 'mostly the trial account or geographic permissions',
      source: 'https://www.twilio.com/docs/usage/requests-to-twilio',
    },
    {
      id: 'usual-media',
      when: [{ status: 404 }, { host: 'twilio.com' }, { path: '/2010' }],
      causes: {},
      usual: { 'object-hidden': 52, 'credentials-invalid': 16, 'not-owner': 14 },
      says: "mostly another account's or subaccount's object",
      source: 'https://www.twilio.com/docs/usage/requests-to-twilio',
    },
  ],
};

export default vendor;
