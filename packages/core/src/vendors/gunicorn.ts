import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gunicorn',
  name: 'gunicorn',
  role: 'web-server',
  present: [{ header: 'server', is: /^gunicorn/i }, { body: /<h1><p>forbidden<\/p><\/h1>[^<]{0,20}request forbidden/ }],
  refusals: [
    {
      id: 'proxy-not-allowed',
      alone: true,
      when: [{ body: /<h1><p>forbidden<\/p><\/h1>[^<]{0,20}request forbidden/ }],
      causes: { 'ip-refused': 'suggests', 'proxy-refused': 'hints' },
      says: 'the PROXY protocol came from an address outside proxy_allow_ips',
      fix: { who: 'server-admin', text: "add the proxy's address to proxy_allow_ips" },
      source: 'https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/base.py',
    },
  ],
};

export default vendor;
