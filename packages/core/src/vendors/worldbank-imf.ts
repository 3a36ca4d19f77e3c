import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'worldbank-imf',
  name: 'World Bank, IMF, OECD, Eurostat',
  role: 'api',
  present: [{ host: 'worldbank.org' }, { host: 'imf.org' }, { host: 'oecd.org' }, { host: 'ec.europa.eu' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 52, 'ip-refused': 20, 'rate-limited': 8, 'object-hidden': 5 },
      says: 'the edge refuses the client program',
      source: 'https://datahelpdesk.worldbank.org/knowledgebase/topics/125589-developer-information',
    },
  ],
};

export default vendor;
