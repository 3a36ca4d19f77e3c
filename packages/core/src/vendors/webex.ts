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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'webexapis.com' }, { host: 'ciscospark.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 26, 'credentials-missing': 14 },
      says: 'mostly a personal token past its twelve hours',
      source: 'https://developer.webex.com/docs/api/basics',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { any: [{ host: 'webexapis.com' }, { host: 'ciscospark.com' }] }],
      causes: {},
      usual: { 'object-hidden': 40, 'role-missing': 28, 'not-owner': 14 },
      says: 'mostly a room or person that the bot is not in touch with',
      source: 'https://developer.webex.com/docs/api/basics',
    },
  ],
};

export default vendor;
