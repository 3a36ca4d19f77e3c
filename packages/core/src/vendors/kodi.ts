import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kodi',
  name: 'Kodi',
  role: 'app',
  present: [{ challenge: 'basic', param: 'realm', is: /xbmc|kodi/i }],
  refusals: [
    {
      id: 'usual-jsonrpc',
      alone: true,
      when: [{ status: 401 }, { port: [8080, 8081] }, { path: /^\/jsonrpc(?:\?|$)/ }],
      causes: {},
      usual: { 'credentials-missing': 42, 'credentials-invalid': 40, 'credentials-malformed': 4 },
      says: 'the web server of Kodi needs the user and password of its settings',
      source: 'https://kodi.wiki/view/Webserver',
    },
  ],
};

export default vendor;
