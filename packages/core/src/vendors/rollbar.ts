import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rollbar',
  name: 'Rollbar',
  role: 'api',
  present: [{ host: 'api.rollbar.com' }, { body: /^\{ ?"err" ?: ?1 ?,/ }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /insufficient privileges: [a-z_]{3,40} scope is required/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the access token has another scope than this endpoint wants',
      source: 'https://docs.rollbar.com/docs/response-codes',
    },
    {
      id: 'token',
      when: [{ text: 'invalid access token' }, { host: 'api.rollbar.com' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is unknown',
      source: 'https://docs.rollbar.com/docs/response-codes',
    },
  ],
};

export default vendor;
