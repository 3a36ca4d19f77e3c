import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'modal',
  name: 'Modal',
  role: 'platform',
  present: [{ host: 'modal.run' }, { host: 'modal.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'modal.run' }],
      causes: {},
      usual: { 'credentials-missing': 58, 'credentials-invalid': 22 },
      says: 'mostly the proxy token headers (Modal-Key, Modal-Secret) are missing',
      source: 'https://modal.com/docs/guide/webhook-proxy-auth',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'modal.run' }],
      causes: {},
      usual: { 'object-hidden': 78, 'policy-denied': 5, 'feature-unavailable': 5 },
      says: 'mostly the app is stopped or was deployed under another name',
      source: 'https://modal.com/docs/guide/webhook-proxy-auth',
    },
  ],
};

export default vendor;
