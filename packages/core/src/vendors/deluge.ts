import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deluge',
  name: 'Deluge',
  role: 'app',
  present: [{ cookie: '_session_id' }, { header: 'server', is: /^twistedweb/i }],
  refusals: [
    {
      id: 'usual-json',
      alone: true,
      when: [{ status: [401, 403] }, { port: 8112 }, { path: /^\/(?:deluge\/)?json(?:\?|$)/ }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 32, 'credentials-invalid': 16 },
      says: 'a session begins with auth.login and its cookie',
      source: 'https://deluge.readthedocs.io/en/latest/reference/web.html',
    },
  ],
};

export default vendor;
