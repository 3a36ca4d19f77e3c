import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docusign',
  name: 'DocuSign',
  role: 'api',
  present: [{ host: 'docusign.com' }, { host: 'docusign.net' }, { header: 'x-docusign-tracetoken' }],
  refusals: [
    {
      id: 'permissions',
      alone: true,
      when: [
        {
          any: [
            { code: 'USER_LACKS_PERMISSIONS' },
            { code: 'USER_NOT_ENVELOPE_SENDER' },
            { code: 'USER_DOES_NOT_BELONG_TO_SPECIFIED_ACCOUNT' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the user lacks the permission, or is no member of this account',
      source: 'https://developers.docusign.com/docs/esign-rest-api/esign101/status-and-error-codes/',
    },
    {
      id: 'consent',
      alone: true,
      when: [{ code: 'consent_required' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'nobody has consented to these scopes for the integration key',
      source: 'https://developers.docusign.com/docs/esign-rest-api/esign101/status-and-error-codes/',
    },
    {
      id: 'authentication',
      alone: true,
      when: [
        {
          any: [
            { code: 'AUTHORIZATION_INVALID_TOKEN' },
            { code: 'USER_AUTHENTICATION_FAILED' },
            { code: 'PARTNER_AUTHENTICATION_FAILED' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is past its time, wrong, or of the other environment (demo, production)',
      source: 'https://developers.docusign.com/docs/esign-rest-api/esign101/status-and-error-codes/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'docusign.com' }, { host: 'docusign.net' }] }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-expired': 24, 'credentials-missing': 8, 'policy-denied': 6 },
      says: 'mostly the demo and live hosts mixed up, a token past its time or another base path',
      source: 'https://developers.docusign.com/platform/auth/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'docusign.com' }, { host: 'docusign.net' }] }],
      causes: {},
      usual: { 'role-missing': 40, 'feature-unavailable': 22, 'policy-denied': 10, 'scope-insufficient': 10 },
      says: "mostly the user's permission profile",
      source: 'https://developers.docusign.com/platform/auth/',
    },
  ],
};

export default vendor;
