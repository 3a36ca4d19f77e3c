import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'imgur',
  name: 'Imgur',
  role: 'app',
  present: [{ host: 'imgur.com' }],
  refusals: [
    {
      id: 'bare',
      when: [{ any: [{ host: 'imgur.com' }] }, { status: 403 }, { not: { text: 'client_id' } }],
      causes: {
        'origin-rejected': 'suggests',
        'client-refused': 'suggests',
        'ip-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'Imgur refuses files with the Referer of another site, and some networks and clients',
      source: 'https://github.com/mikf/gallery-dl/issues/4686',
    },
    {
      id: 'client-id',
      alone: true,
      when: [{ text: /the client_id (?:that you )?provided is invalid/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the Client-ID is absent or wrong',
      source: 'https://apidocs.imgur.com/',
    },
    {
      id: 'usual',
      when: [{ status: 429 }, { host: 'imgur.com' }],
      causes: {},
      usual: { 'rate-limited': 56, 'ip-refused': 24, 'client-refused': 14 },
      says: 'the limit is told to whole networks',
      source: 'https://apidocs.imgur.com/',
    },
  ],
};

export default vendor;
