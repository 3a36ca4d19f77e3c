import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'minimax',
  name: 'MiniMax',
  role: 'api',
  present: [{ host: 'api.minimax.io' }, { host: 'api.minimaxi.com' }, { host: 'api.minimax.chat' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 22 },
      says: "mostly a key of the other region's host",
      source: 'https://www.minimax.io/platform/document/ChatCompletion',
    },
  ],
};

export default vendor;
