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
  ],
};

export default vendor;
