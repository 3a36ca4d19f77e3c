import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tracking-sites',
  name: 'Parcel tracking sites',
  role: 'app',
  present: [
    { host: 'www.ups.com' },
    { host: 'tools.usps.com' },
    { host: 'www.dhl.com' },
    { host: 'www.fedex.com' },
    { host: '17track.net' },
    { host: 'dpd.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 12, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://developer.usps.com/',
    },
  ],
};

export default vendor;
