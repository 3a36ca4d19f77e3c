import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zenodo',
  name: 'Zenodo and figshare',
  role: 'api',
  present: [{ host: 'zenodo.org' }, { host: 'figshare.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'zenodo.org' }],
      causes: {},
      usual: { 'not-owner': 24, 'scope-insufficient': 22, 'policy-denied': 20, 'client-refused': 18 },
      says: "mostly another's record, a restricted file or the scope",
      source: 'https://developers.zenodo.org/#http-status-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'zenodo.org' }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 20 },
      says: 'mostly a sandbox token, or none',
      source: 'https://developers.zenodo.org/#http-status-codes',
    },
    {
      id: 'usual-403-figshare',
      when: [{ status: 403 }, { host: 'figshare.com' }],
      causes: {},
      usual: { 'client-refused': 54, 'ip-refused': 14, 'policy-denied': 10, 'not-owner': 8 },
      says: 'the bot wall',
      source: 'https://developers.zenodo.org/#http-status-codes',
    },
  ],
};

export default vendor;
