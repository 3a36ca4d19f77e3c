import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webmin',
  name: 'Webmin',
  role: 'app',
  present: [{ header: 'server', is: 'MiniServ' }],
  refusals: [
    {
      id: 'referer',
      alone: true,
      when: [{ text: /warning! webmin has detected that the program/ }],
      causes: { 'origin-rejected': 'proves', 'csrf-missing': 'hints' },
      says: "the request was linked from outside of Webmin: the Referer is another site's, or the proxy changed the host",
      fix: { who: 'server-admin', text: 'add the host to referers= in /etc/webmin/config' },
      source: 'https://github.com/webmin/webmin/blob/master/web-lib-funcs.pl',
    },
    {
      id: 'address',
      when: [{ text: /access denied for [0-9a-f.:]{3,45}/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'IP access control does not list this address',
      source: 'https://github.com/webmin/webmin/blob/master/miniserv.pl',
    },
    {
      id: 'ssl',
      alone: true,
      when: [{ text: 'this web server is running in ssl mode' }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP came to the TLS port; the page names the address',
      source: 'https://github.com/webmin/webmin/blob/master/miniserv.pl',
    },
    {
      id: 'usual-referer',
      alone: true,
      when: [{ status: [401, 403] }, { port: 10000 }, { not: { path: /^\/(?:session_login\.cgi|rpc\.cgi)/ } }],
      causes: {},
      usual: {
        'credentials-invalid': 26,
        'origin-rejected': 24,
        'ip-refused': 20,
        'credentials-expired': 12,
        'role-missing': 6,
        'tls-required': 5,
      },
      says: 'the Referer of another host is refused, or the address is not in Access Control',
      source: 'https://webmin.com/docs/modules/webmin-configuration/',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/session_login\.cgi/ }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'rate-limited': 18,
        'origin-rejected': 14,
        'ip-refused': 10,
        'step-up-required': 5,
      },
      says: 'wrong login, or the host is blocked after failed ones',
      source: 'https://webmin.com/docs/',
    },
  ],
};

export default vendor;
