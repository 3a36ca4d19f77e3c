import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sparkpost',
  name: 'SparkPost',
  role: 'api',
  present: [{ host: 'sparkpost.com' }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ host: 'sparkpost.com' }, { status: 403 }, { text: 'forbidden' }],
      causes: {},
      usual: { 'scope-insufficient': 42, 'credentials-invalid': 36, 'policy-denied': 10 },
      says: "mostly the key's permissions, or the EU host",
      source: 'https://github.com/cividesk/com.cividesk.email.sparkpost/issues/5',
    },
    {
      id: 'unauthorized',
      when: [{ host: 'sparkpost.com' }, { status: 401 }, { text: 'unauthorized' }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-missing': 14, 'credentials-malformed': 4 },
      says: "mostly another region's host, or a wrong key",
      source: 'https://developers.sparkpost.com/api/#header-errors',
    },
  ],
};

export default vendor;
