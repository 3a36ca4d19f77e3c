import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'financialmodelingprep',
  name: 'Financial Modeling Prep',
  role: 'api',
  present: [{ host: 'financialmodelingprep.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 66, 'credentials-invalid': 10, 'rate-limited': 6 },
      says: 'the endpoint is not in the plan, or is a legacy one',
      source: 'https://site.financialmodelingprep.com/developer/docs',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 34 },
      says: 'mostly a wrong or missing key',
      source: 'https://site.financialmodelingprep.com/developer/docs',
    },
    {
      id: 'usual-402',
      when: [{ status: 402 }],
      causes: {},
      usual: { 'feature-unavailable': 92, 'rate-limited': 3 },
      says: 'the endpoint is not in the plan',
      source: 'https://site.financialmodelingprep.com/developer/docs',
    },
  ],
};

export default vendor;
