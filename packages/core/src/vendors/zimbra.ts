import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zimbra',
  name: 'Zimbra',
  role: 'app',
  present: [{ cookie: 'ZM_' }, { cookie: 'ZM_AUTH_TOKEN' }],
  refusals: [
    {
      id: 'usual-rest',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:service\/(?:home|soap|upload)|zimbraAdmin)(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'credentials-missing': 30,
        'credentials-expired': 20,
        'credentials-invalid': 18,
        'csrf-invalid': 12,
        'role-missing': 10,
        'not-owner': 4,
      },
      says: 'the login of the mailbox or its token of the form is missing or past its time',
      source: 'https://wiki.zimbra.com/wiki/Main_Page',
    },
  ],
};

export default vendor;
