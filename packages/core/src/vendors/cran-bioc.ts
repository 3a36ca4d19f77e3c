import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cran-bioc',
  name: 'CRAN and Posit Package Manager',
  role: 'registry',
  present: [
    { host: 'cran.r-project.org' },
    { host: 'packagemanager.posit.co' },
    { host: 'cloud.r-project.org' },
    { host: 'bioconductor.org' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 30, 'proxy-refused': 30, 'ip-refused': 22, 'object-hidden': 8 },
      says: 'mostly the User-Agent of R was changed, or a proxy on the way',
      source: 'https://cran.r-project.org/mirrors.html',
    },
  ],
};

export default vendor;
