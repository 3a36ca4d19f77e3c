import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'keratin-authn',
  name: 'Keratin AuthN',
  role: 'identity',
  present: [{ text: 'origin is not a trusted host' }],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ text: 'origin is not a trusted host' }],
      causes: { 'origin-rejected': 'proves', 'csrf-missing': 'hints' },
      says: 'Origin is missing or not among APP_DOMAINS',
      fix: {
        who: 'server-admin',
        text: 'add the host of the page to APP_DOMAINS; a client other than a browser must send Origin itself',
      },
      source: 'https://github.com/keratin/authn-server/issues/21',
    },
  ],
};

export default vendor;
