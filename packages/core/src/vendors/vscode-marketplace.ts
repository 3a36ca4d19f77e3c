import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vscode-marketplace',
  name: 'Visual Studio Marketplace',
  role: 'registry',
  present: [{ host: 'vsassets.io' }, { host: 'open-vsx.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }, { method: 'GET' }],
      causes: {},
      usual: { 'proxy-refused': 34, 'ip-refused': 26, 'rate-limited': 14, 'client-refused': 12 },
      says: 'mostly a proxy on the way or too many requests',
      source: 'https://code.visualstudio.com/api/working-with-extensions/publishing-extension',
    },
  ],
};

export default vendor;
