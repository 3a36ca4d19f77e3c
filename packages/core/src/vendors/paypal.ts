import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'paypal',
  name: 'PayPal',
  role: 'api',
  present: [{ host: 'paypal.com' }, { header: 'paypal-debug-id' }],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [
        { any: [{ code: 'NOT_AUTHORIZED' }, { text: 'Authorization failed due to insufficient permissions.' }] },
        {
          any: [
            { host: 'paypal.com' },
            { header: 'paypal-debug-id' },
            { body: 'debug_id' },
            { text: 'Authorization failed due to insufficient permissions.' },
          ],
        },
        { not: { code: 'PERMISSION_DENIED' } },
      ],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the app or account lacks the permission or feature for this call',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'permission-denied',
      when: [{ code: 'PERMISSION_DENIED' }, { any: [{ code: 'NOT_AUTHORIZED' }, { header: 'paypal-debug-id' }] }],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the account is not allowed to do this, or not on this resource',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'invalid-client',
      when: [{ text: 'Client Authentication failed' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the client id or secret is wrong, or of the other environment (sandbox, live)',
      source: 'https://developer.paypal.com/api/rest/authentication/',
    },
    {
      id: 'token',
      when: [
        {
          any: [
            { text: 'Token signature verification failed' },
            { text: 'Access Token not found in cache' },
            {
              text: 'Authentication failed due to invalid authentication credentials or a missing Authorization header.',
            },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is unknown, past its time, or of the other environment',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'compliance',
      alone: true,
      when: [
        {
          any: [
            { code: 'COMPLIANCE_VIOLATION' },
            { code: 'PAYEE_ACCOUNT_RESTRICTED' },
            { code: 'PAYER_ACCOUNT_RESTRICTED' },
            { code: 'PAYEE_ACCOUNT_LOCKED_OR_CLOSED' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests' },
      says: 'the account is restricted, locked or closed, or a rule of law stands against it',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'paypal.com' }, { any: [{ path: '/v1/' }, { path: '/v2/' }] }],
      causes: {},
      usual: {
        'feature-unavailable': 44,
        'role-missing': 18,
        'scope-insufficient': 14,
        'policy-denied': 12,
        'credentials-invalid': 4,
      },
      says: 'mostly the feature was not enabled for the app or account',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'paypal.com' }, { any: [{ path: '/v1/' }, { path: '/v2/' }] }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-expired': 10, 'credentials-missing': 6 },
      says: 'mostly sandbox credentials at the live host or the reverse',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
    {
      id: 'usual-site',
      when: [{ status: 403 }, { host: 'paypal.com' }, { not: { path: '/v1/' } }, { not: { path: '/v2/' } }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 22, 'rate-limited': 8 },
      says: 'mostly the bot wall of the site',
      source: 'https://developer.paypal.com/api/rest/responses/',
    },
  ],
};

export default vendor;
