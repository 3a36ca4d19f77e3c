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
      causes: { 'scope-insufficient': 'suggests', 'policy-denied': 'hints' },
      says: 'the API key is good and lacks the permission for this call',
      source: 'https://github.com/cividesk/com.cividesk.email.sparkpost/issues/5',
    },
    {
      id: 'unauthorized',
      when: [{ host: 'sparkpost.com' }, { status: 401 }, { text: 'unauthorized' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the API key is unknown, or of the other region (EU against US)',
      source: 'https://developers.sparkpost.com/api/#header-errors',
    },
  ],
};

export default vendor;
