import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'langsmith',
  name: 'LangSmith',
  role: 'api',
  present: [{ host: 'api.smith.langchain.com' }, { host: 'eu.api.smith.langchain.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-missing': 6, 'not-owner': 6, 'role-missing': 6 },
      says: 'mostly a key of the other region (EU) or workspace',
      source: 'https://docs.smith.langchain.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-invalid': 38 },
      says: 'mostly no key reached the server',
      source: 'https://docs.smith.langchain.com/',
    },
  ],
};

export default vendor;
