import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ring',
  name: 'Ring',
  role: 'api',
  present: [{ host: 'ring.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'ring.com' }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 20, 'step-up-required': 16 },
      says: 'mostly a refresh token that was used elsewhere',
      source: 'https://support.ring.com/hc/en-us',
    },
    {
      id: 'usual-412',
      when: [{ status: 412 }, { method: 'POST' }, { host: 'oauth.ring.com' }],
      causes: {},
      usual: { 'step-up-required': 84, 'credentials-invalid': 5 },
      says: 'a code of the second factor is required',
      source: 'https://support.ring.com/hc/en-us',
    },
    {
      id: 'usual-406',
      when: [{ status: 406 }, { host: 'oauth.ring.com' }, { method: 'POST' }],
      causes: {},
      usual: { 'client-refused': 38, 'rate-limited': 34, 'ip-refused': 12 },
      says: "mostly too many logins or the client's version",
      source: 'https://support.ring.com/hc/en-us',
    },
  ],
};

export default vendor;
