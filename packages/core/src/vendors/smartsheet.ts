import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'smartsheet',
  name: 'Smartsheet',
  role: 'api',
  present: [{ host: 'smartsheet.com' }, { host: 'smartsheet.eu' }, { host: 'smartsheetgov.com' }],
  refusals: [
    {
      id: 'missing',
      when: [{ body: /"errorcode" ?: ?1001\b/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access token came',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'invalid',
      when: [{ body: /"errorcode" ?: ?1002\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is unknown',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'expired',
      when: [{ body: /"errorcode" ?: ?1003\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'role',
      when: [{ body: /"errorcode" ?: ?1004\b/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints', 'not-owner': 'hints' },
      says: 'the user may not do this on this sheet',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'sso',
      when: [{ body: /"errorcode" ?: ?1005\b/ }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the account enforces single sign-on',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'rate',
      when: [{ body: /"errorcode" ?: ?4003\b/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many calls a minute',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 46, 'scope-insufficient': 18, 'feature-unavailable': 14, 'credentials-invalid': 8 },
      says: 'mostly the sheet was not shared, or the plan',
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 54, 'not-owner': 20, 'role-missing': 14 },
      says: "mostly a sheet that was not shared with the token's user",
      source: 'https://developers.smartsheet.com/api/smartsheet/error-codes',
    },
  ],
};

export default vendor;
