import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'onesignal',
  name: 'OneSignal',
  role: 'api',
  present: [{ host: 'onesignal.com' }, { body: 'documentation.onesignal.com' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [
        {
          text: /(?:please include a case-sensitive header of authorization: basic|access denied\. please include an .?authorization: )/,
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the REST API key is missing, wrong or in the wrong form',
      source: 'https://documentation.onesignal.com/docs/keys-and-ids',
    },
  ],
};

export default vendor;
