import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'check-point',
  name: 'Check Point',
  role: 'forward-proxy',
  present: [
    { text: /check point usercheck/ },
    { body: 'check point usercheck' },
    { header: 'location', is: '/UserCheck/PortalMain' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ any: [{ body: 'check point usercheck' }, { header: 'location', is: '/UserCheck/PortalMain' }] }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the gateway of the company blocks this site',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
