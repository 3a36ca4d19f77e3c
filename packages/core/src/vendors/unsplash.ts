import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'unsplash',
  name: 'Unsplash',
  role: 'api',
  present: [{ host: 'api.unsplash.com' }],
  refusals: [
    {
      id: 'rate',
      when: [{ text: /rate ?limit exceeded/ }, { status: 403 }],
      causes: { 'rate-limited': 'proves' },
      says: 'the hourly limit of the app is reached, told as 403',
      source: 'https://unsplash.com/documentation#rate-limiting',
    },
    {
      id: 'token',
      alone: true,
      when: [{ text: 'oauth error: the access token is invalid' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the access key or token is unknown',
      source: 'https://unsplash.com/documentation',
    },
  ],
};

export default vendor;
