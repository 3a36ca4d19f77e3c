import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pomerium',
  name: 'Pomerium',
  role: 'gateway',
  present: [{ header: 'x-pomerium-intercepted-response' }, { cookie: '_pomerium' }],
  refusals: [
    {
      id: 'denied',
      when: [{ status: 403 }, { header: 'x-pomerium-intercepted-response' }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'no policy of the route lets this user in',
      source: 'https://www.pomerium.com/docs/internals/ppl',
    },
  ],
};

export default vendor;
