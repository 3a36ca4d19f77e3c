import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nzbget',
  name: 'NZBGet',
  role: 'app',
  present: [
    { challenge: 'basic', param: 'realm', is: /nzbget/i },
    { header: 'server', is: /^nzbget/i },
  ],
  refusals: [
    {
      id: 'usual-rpc',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 6789 },
        { path: /^\/(?:nzbget\/)?(?:[a-z0-9:]{1,60}\/)?(?:jsonrpc|xmlrpc|jsonprpc)(?:\/|\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'credentials-missing': 30, 'ip-refused': 8, 'role-missing': 4 },
      says: 'ControlUsername and ControlPassword are missing or wrong',
      source: 'https://nzbget.com/documentation/api/',
    },
  ],
};

export default vendor;
