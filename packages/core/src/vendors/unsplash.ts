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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 30, 'credentials-malformed': 12 },
      says: 'mostly the word Client-ID is missing or the access key is wrong',
      source: 'https://unsplash.com/documentation#rate-limiting',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 58, 'feature-unavailable': 12, 'scope-insufficient': 10, 'policy-denied': 8 },
      says: 'mostly the demo limit of 50 requests an hour',
      source: 'https://unsplash.com/documentation#rate-limiting',
    },
  ],
};

export default vendor;
