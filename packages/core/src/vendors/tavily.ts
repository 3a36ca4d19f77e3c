import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tavily',
  name: 'Tavily, Serper, SerpApi',
  role: 'api',
  present: [{ host: 'api.tavily.com' }, { host: 'google.serper.dev' }, { host: 'serpapi.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 28, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.tavily.com/documentation/api-reference/endpoint/search',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 38, 'credentials-invalid': 34, 'credentials-missing': 10 },
      says: 'mostly a wrong key, or no credits',
      source: 'https://docs.tavily.com/documentation/api-reference/endpoint/search',
    },
  ],
};

export default vendor;
