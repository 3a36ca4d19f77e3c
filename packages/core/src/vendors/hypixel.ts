import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hypixel',
  name: 'Hypixel',
  role: 'api',
  present: [{ host: 'api.hypixel.net' }],
  refusals: [
    {
      id: 'key',
      when: [{ text: 'Invalid API key' }, { body: '"cause"' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the API key is wrong, was replaced, or is a development key past its time',
      source: 'https://api.hypixel.net/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-expired': 24, 'credentials-missing': 20 },
      says: 'mostly a developer key that is past its time, or none',
      source: 'https://api.hypixel.net/',
    },
  ],
};

export default vendor;
