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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'onesignal.com' }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-malformed': 20, 'credentials-missing': 10, 'ip-refused': 4 },
      says: "mostly another app's key, or the scheme word (Basic, Key)",
      source: 'https://documentation.onesignal.com/docs/keys-and-ids',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'onesignal.com' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-malformed': 22, 'credentials-missing': 16 },
      says: 'mostly a wrong key or scheme word',
      source: 'https://documentation.onesignal.com/docs/keys-and-ids',
    },
  ],
};

export default vendor;
