import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'suse-registry',
  name: 'SUSE and openSUSE registries',
  role: 'registry',
  present: [{ host: 'registry.suse.com' }, { host: 'scc.suse.com' }, { host: 'updates.suse.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 46, 'credentials-expired': 22, 'credentials-invalid': 12 },
      says: 'mostly the subscription or its registration is over',
      source: 'https://scc.suse.com/docs/help',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 26, 'credentials-expired': 10 },
      says: 'mostly the machine is registered no more',
      source: 'https://scc.suse.com/docs/help',
    },
  ],
};

export default vendor;
