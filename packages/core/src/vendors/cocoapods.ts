import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cocoapods',
  name: 'CocoaPods',
  role: 'registry',
  present: [{ host: 'cdn.cocoapods.org' }, { host: 'trunk.cocoapods.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 34, 'proxy-refused': 30, 'client-refused': 14, 'object-hidden': 8 },
      says: 'mostly the network on the way',
      source: 'https://guides.cocoapods.org/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'trunk.cocoapods.org' }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-missing': 24, 'credentials-invalid': 14 },
      says: 'mostly the session was not confirmed by mail, or is over',
      source: 'https://guides.cocoapods.org/',
    },
  ],
};

export default vendor;
