import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cups',
  name: 'CUPS',
  role: 'app',
  present: [
    { header: 'server', is: /^cups\//i },
    { challenge: 'basic', param: 'realm', is: /^cups$/i },
  ],
  refusals: [
    {
      id: 'usual-admin',
      alone: true,
      when: [{ status: 403 }, { port: 631 }, { path: /^\/(?:admin|jobs|printers|classes|ipp)(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'ip-refused': 56,
        'tls-required': 12,
        'role-missing': 10,
        'host-rejected': 10,
        'credentials-missing': 3,
      },
      says: '"Allow from" names the machine itself only',
      source: 'https://www.cups.org/doc/man-cupsd.conf.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: 401 }, { port: 631 }, { path: /^\/(?:admin|jobs|printers|classes|ipp)(?:[/?]|$)/ }],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 22, 'role-missing': 20, 'tls-required': 4 },
      says: 'the user must be of the group in SystemGroup, such as lpadmin',
      source: 'https://www.cups.org/doc/man-cupsd.conf.html',
    },
  ],
};

export default vendor;
