import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'smokescreen',
  name: 'Smokescreen',
  role: 'forward-proxy',
  present: [{ header: 'x-smokescreen-error' }, { text: /egress proxying is denied/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /egress proxying (is denied to host|denied)/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the egress proxy does not allow this host',
      source: 'https://github.com/stripe/smokescreen',
    },
  ],
};

export default vendor;
