import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openalex',
  name: 'OpenAlex, Unpaywall, ORCID',
  role: 'api',
  present: [{ host: 'api.openalex.org' }, { host: 'api.unpaywall.org' }, { host: 'orcid.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.openalex.org' }],
      causes: {},
      usual: { 'client-refused': 34, 'rate-limited': 28, 'ip-refused': 14, 'credentials-invalid': 8 },
      says: 'mostly too many requests or no address in mailto',
      source: 'https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'orcid.org' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'scope-insufficient': 20, 'credentials-expired': 14 },
      says: 'mostly a sandbox token, or one without the scope',
      source: 'https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication',
    },
    {
      id: 'usual-422',
      when: [{ status: 422 }, { host: 'api.unpaywall.org' }],
      causes: {},
      usual: { 'credentials-missing': 62, 'credentials-invalid': 16 },
      says: 'mostly the email parameter is missing or a sample',
      source: 'https://docs.openalex.org/how-to-use-the-api/rate-limits-and-authentication',
    },
  ],
};

export default vendor;
