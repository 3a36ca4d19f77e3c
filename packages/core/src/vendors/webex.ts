import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webex',
  name: 'Webex',
  role: 'api',
  present: [{ host: 'webexapis.com' }, { host: 'ciscospark.com' }, { header: 'trackingid' }],
  refusals: [
    {
      id: 'bare-403',
      when: [{ status: 403 }, { any: [{ host: 'webexapis.com' }, { host: 'ciscospark.com' }] }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints', 'feature-unavailable': 'hints' },
      says: 'the token lacks a scope, or its user the role or licence',
      source: 'https://developer.webex.com/docs/basics',
    },
    {
      id: 'token',
      when: [{ text: 'The request requires a valid access token set in the Authorization request header' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is absent, wrong or past its time (personal tokens live twelve hours)',
      source: 'https://developer.webex.com/docs/basics',
    },
  ],
};

export default vendor;
