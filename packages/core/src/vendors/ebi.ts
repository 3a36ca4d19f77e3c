import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ebi',
  name: 'EMBL-EBI and UniProt',
  role: 'api',
  present: [{ host: 'ebi.ac.uk' }, { host: 'uniprot.org' }, { host: 'rcsb.org' }, { host: 'ensembl.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 30, 'ip-refused': 30, 'client-refused': 22, 'object-hidden': 6 },
      says: 'mostly too many requests from this address',
      source: 'https://www.ebi.ac.uk/about/terms-of-use/',
    },
  ],
};

export default vendor;
