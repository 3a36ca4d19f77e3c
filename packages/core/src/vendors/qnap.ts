import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'qnap',
  name: 'QNAP',
  role: 'app',
  present: [{ cookie: 'NAS_SID' }, { cookie: 'QTS_' }],
  refusals: [
    {
      id: 'usual-cgi',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/cgi-bin\/(?:authLogin|filemanager\/utilRequest|sys\/sysRequest|management\/manaRequest|application\/appRequest|disk\/|login)\.?(?:cgi|html)?/,
        },
      ],
      causes: {},
      usual: {
        'credentials-expired': 34,
        'credentials-invalid': 24,
        'role-missing': 14,
        'ip-refused': 12,
        'credentials-missing': 10,
      },
      says: 'the sid is past its time, or the address is blocked after failed logins',
      source: 'https://www.qnap.com/en/how-to/faq',
    },
  ],
};

export default vendor;
