import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'publishers',
  name: "Science publishers' sites",
  role: 'app',
  present: [
    { host: 'sciencedirect.com' },
    { host: 'tandfonline.com' },
    { host: 'sagepub.com' },
    { host: 'science.org' },
    { host: 'cell.com' },
    { host: 'pubs.acs.org' },
    { host: 'rsc.org' },
    { host: 'mdpi.com' },
    { host: 'researchgate.net' },
    { host: 'oup.com' },
    { host: 'cambridge.org' },
    { host: 'bmj.com' },
    { host: 'thelancet.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 10, 'credentials-missing': 6, 'rate-limited': 4 },
      says: 'the bot wall, also in front of open articles',
      source: 'https://www.elsevier.com/about/policies-and-standards/text-and-data-mining',
    },
  ],
};

export default vendor;
