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
  ],
};

export default vendor;
