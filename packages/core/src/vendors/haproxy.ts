import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'haproxy',
  name: 'HAProxy',
  role: 'gateway',
  present: [
    { body: /<h1>403 forbidden<\/h1> ?request forbidden by administrative rules/ },
    { text: 'you need a valid user and password to access this content' },
    { header: 'server', is: /^haproxy/i },
  ],
  refusals: [
    {
      id: 'deny',
      alone: true,
      when: [{ text: 'request forbidden by administrative rules' }, { not: { text: 'user-agent header' } }],
      causes: {
        'server-rule': 'suggests',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
        'client-refused': 'hints',
        // deny rules on a stick table's request rate are the usual rate limit of HAProxy
        'rate-limited': 'suggests',
      },
      says: 'an http-request deny rule covers this request',
      fix: {
        who: 'server-admin',
        text: 'find the deny rule whose condition fits this request (termination state PR-- in the log)',
      },
      source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-http-request%20deny',
    },
    {
      id: 'auth',
      alone: true,
      when: [{ text: 'you need a valid user and password to access this content' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'suggests' },
      says: 'an http-request auth rule wants a login',
      source: 'https://docs.haproxy.org/2.8/configuration.html#4.2-http-request%20auth',
    },
    {
      id: 'usual-header-only',
      when: [{ status: 403 }, { header: 'server', is: /^haproxy/i }],
      causes: {},
      usual: { 'server-rule': 40, 'ip-refused': 34, 'rate-limited': 8, 'client-refused': 8, 'host-rejected': 4 },
      says: 'a rule http-request deny',
      source: 'https://docs.haproxy.org/2.8/configuration.html',
    },
  ],
};

export default vendor;
