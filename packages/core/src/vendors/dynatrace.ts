import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dynatrace',
  name: 'Dynatrace',
  role: 'api',
  present: [{ host: 'dynatrace.com' }, { host: 'live.dynatrace.com' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /token is missing required scope\. use one of:/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://github.com/Dynatrace/dynatrace-api/issues/10',
    },
  ],
};

export default vendor;
