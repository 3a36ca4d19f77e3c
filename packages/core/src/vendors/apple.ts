import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apple',
  name: 'Apple (APNs, App Store Connect)',
  role: 'api',
  present: [
    { host: 'push.apple.com' },
    { host: 'api.appstoreconnect.apple.com' },
    { host: 'appleid.apple.com' },
    { host: 'appstoreconnect.apple.com' },
    { header: 'apns-id' },
  ],
  refusals: [
    {
      id: 'provider-token-invalid',
      alone: true,
      when: [{ code: 'InvalidProviderToken' }],
      causes: { 'credentials-invalid': 'proves' },
      says: "APNs: the token's signature, team id or key id is wrong",
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'provider-token-expired',
      alone: true,
      when: [{ code: 'ExpiredProviderToken' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'APNs: the provider token is older than an hour',
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'provider-token-missing',
      alone: true,
      when: [{ code: 'MissingProviderToken' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'APNs: neither a provider token nor a client certificate came',
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'environment',
      alone: true,
      when: [
        {
          code: [
            'BadCertificateEnvironment',
            'BadEnvironmentKeyInToken',
            'BadEnvironmentKeyIdInToken',
            'BadCertificate',
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'APNs: the certificate or key is of the other environment (sandbox, production)',
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'topic',
      alone: true,
      when: [{ code: ['TopicDisallowed', 'UnrelatedKeyIdInToken'] }],
      causes: { 'not-owner': 'suggests', 'credentials-invalid': 'hints' },
      says: 'APNs: the key or certificate is not for this topic (bundle id)',
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'agreements',
      alone: true,
      when: [
        {
          any: [
            { body: 'FORBIDDEN.REQUIRED_AGREEMENTS_MISSING_OR_EXPIRED' },
            { text: 'A required agreement is missing or has expired' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'App Store Connect: an agreement waits to be accepted',
      fix: { who: 'api-owner', text: 'let the account holder accept the agreements in App Store Connect' },
      source: 'https://developer.apple.com/documentation/appstoreconnectapi/interpreting-and-handling-errors',
    },
    {
      id: 'connect-role',
      alone: true,
      when: [
        { any: [{ code: 'FORBIDDEN_ERROR' }, { text: 'The API key in use does not allow this request' }] },
        {
          any: [
            { text: 'The API key in use does not allow this request' },
            { host: 'appstoreconnect.apple.com' },
            { host: 'api.appstoreconnect.apple.com' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "App Store Connect: the key's role does not allow this",
      source: 'https://developer.apple.com/documentation/appstoreconnectapi/interpreting-and-handling-errors',
    },
    {
      id: 'connect-token',
      alone: true,
      when: [{ text: 'Provide a properly configured and signed bearer token, and make sure that it has not expired' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'App Store Connect: the token is not signed with this key, or lasts or lasted too long',
      source: 'https://developer.apple.com/documentation/appstoreconnectapi/generating-tokens-for-api-requests',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'push.apple.com' }, { method: 'POST' }],
      causes: {},
      usual: {
        'credentials-invalid': 59,
        'credentials-expired': 18,
        'credentials-missing': 8,
        'credentials-malformed': 5,
      },
      says: "mostly the token's key, team or topic do not fit each other",
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.appstoreconnect.apple.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'credentials-expired': 30,
        'credentials-malformed': 16,
        'credentials-missing': 6,
      },
      says: 'mostly the JWT: more than 20 minutes of life, a wrong issuer or key id',
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.appstoreconnect.apple.com' }],
      causes: {},
      usual: { 'role-missing': 40, 'policy-denied': 34, 'scope-insufficient': 8, 'credentials-invalid': 4 },
      says: "mostly an agreement that waits to be accepted, or the key's role",
      source: 'https://developer.apple.com/documentation/usernotifications/handling-notification-responses-from-apns',
    },
  ],
};

export default vendor;
