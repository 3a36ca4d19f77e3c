import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mailjet',
  name: 'Mailjet',
  role: 'api',
  present: [{ host: 'mailjet.com' }, { header: 'x-mj-request-guid' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'api key authentication/authorization failure' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the key pair is missing, wrong or inactive',
      source: 'https://dev.mailjet.com/email/reference/overview/errors/',
    },
  ],
};

export default vendor;
