import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'companies-house',
  name: 'Companies House',
  role: 'api',
  present: [{ host: 'company-information.service.gov.uk' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-malformed': 24, 'credentials-missing': 22 },
      says: 'mostly the key must be the user name of basic authentication, or it is for the other environment',
      source: 'https://developer-specs.company-information.service.gov.uk/guides/authorisation',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 44, 'origin-rejected': 20, 'credentials-invalid': 12, 'policy-denied': 8 },
      says: "mostly the key's restricted addresses or JavaScript domains",
      source: 'https://developer-specs.company-information.service.gov.uk/guides/authorisation',
    },
  ],
};

export default vendor;
