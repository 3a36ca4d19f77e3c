import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'quickbooks',
  name: 'QuickBooks Online',
  role: 'api',
  present: [{ host: 'quickbooks.api.intuit.com' }, { host: 'intuit.com' }, { header: 'intuit_tid' }],
  refusals: [
    {
      id: 'application-authorization',
      alone: true,
      when: [{ any: [{ text: 'ApplicationAuthorizationFailed' }, { text: 'errorCode=003100' }] }],
      causes: { 'not-owner': 'suggests', 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the token is not of this company, or of the other environment (sandbox, production)',
      source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    },
    {
      id: 'authentication',
      alone: true,
      when: [
        {
          any: [
            { text: 'AuthenticationFailed; errorCode=003200' },
            { text: 'Token expired' },
            { text: 'errorCode=003200' },
          ],
        },
        { any: [{ text: 'errorcode=003200' }, { header: 'intuit_tid' }] },
      ],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the access token is past its hour, or wrong',
      source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'quickbooks.api.intuit.com' }, { host: 'intuit.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 34, 'credentials-missing': 6 },
      says: 'mostly an access token past its hour',
      source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'quickbooks.api.intuit.com' }, { host: 'intuit.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 24,
        'not-owner': 18,
        'feature-unavailable': 18,
        'policy-denied': 14,
        'role-missing': 12,
      },
      says: "mostly another company than the token's, or sandbox and live mixed up",
      source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    },
  ],
};

export default vendor;
