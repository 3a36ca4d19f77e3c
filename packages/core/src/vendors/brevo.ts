import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'brevo',
  name: 'Brevo (Sendinblue)',
  role: 'api',
  present: [{ host: 'api.brevo.com' }, { host: 'api.sendinblue.com' }],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ text: /(?:unrecognised|unrecognized) ip address/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the account lists addresses, and the call comes from another',
      fix: { who: 'caller', text: 'add the address under Security, Authorised IPs' },
      source: 'https://help.brevo.com/hc/en-us/articles/5740135191826',
    },
    {
      id: 'key',
      when: [{ text: 'key not found' }, { code: 'unauthorized' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown; an SMTP key is no API key',
      source: 'https://developers.brevo.com/docs/how-it-works',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'ip-refused': 38, 'credentials-invalid': 36, 'credentials-missing': 12, 'credentials-malformed': 8 },
      says: 'mostly an address that is not authorised for the key, or an SMTP key in place of an API key',
      source: 'https://developers.brevo.com/docs/how-it-works',
    },
  ],
};

export default vendor;
