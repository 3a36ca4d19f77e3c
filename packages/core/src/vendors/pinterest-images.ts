import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pinterest-images',
  name: 'Pinterest images',
  role: 'cdn',
  present: [{ host: 'pinimg.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'object-hidden': 60, 'client-refused': 12, 'origin-rejected': 10, 'ip-refused': 4 },
      says: 'mostly a size or original that does not exist',
      source: 'https://developers.pinterest.com/docs/',
    },
  ],
};

export default vendor;
