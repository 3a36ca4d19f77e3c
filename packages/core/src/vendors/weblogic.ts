import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'weblogic',
  name: 'Oracle WebLogic',
  role: 'web-server',
  present: [
    { text: /from rfc 2068 hypertext transfer protocol/ },
    { header: 'x-oracle-dms-ecid' },
    { header: 'server', is: /weblogic/i },
  ],
  refusals: [
    {
      id: 'rfc2068-page',
      alone: true,
      when: [{ text: 'Error 403--Forbidden' }, { text: 'From RFC 2068 Hypertext Transfer Protocol' }],
      causes: {
        'role-missing': 'suggests',
        'server-rule': 'hints',
        'directory-listing': 'hints',
        'ip-refused': 'hints',
        'credentials-missing': 'hints',
      },
      says: "WebLogic's own page: a security constraint or connection filter refused, or the directory has no welcome file",
      source: 'https://www.dbi-services.com/blog/weblogic-ssoatnatz-403-forbidden-another-issue/',
    },
    {
      id: 'usual-console',
      alone: true,
      when: [
        { status: 403 },
        { port: [7001, 7002, 9001, 9002] },
        { path: /^\/(?:console|em|management\/weblogic|wls-wsat|wls-cat|bea_wls_internal)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'ip-refused': 30, 'role-missing': 28, 'server-rule': 22, 'csrf-missing': 6 },
      says: 'a filter of connections or the role keeps the console back',
      source: 'https://docs.oracle.com/en/middleware/fusion-middleware/weblogic-server/12.2.1.4/scprg/index.html',
    },
    {
      id: 'usual-basic',
      when: [
        { status: 401 },
        { sent: 'authorization', is: /^basic /i },
        { any: [{ header: 'server', is: /weblogic/i }, { header: 'x-oracle-dms-ecid' }] },
      ],
      causes: {},
      usual: { 'credentials-invalid': 48, 'server-rule': 26, 'role-missing': 8, 'credentials-malformed': 5 },
      says: 'WebLogic checks Basic itself: enforce-valid-basic-auth-credentials takes it from the application',
      source: 'https://docs.oracle.com/en/middleware/fusion-middleware/weblogic-server/12.2.1.4/scprg/index.html',
    },
  ],
};

export default vendor;
