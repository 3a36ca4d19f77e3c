import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dotdefender',
  name: 'dotDefender',
  role: 'waf',
  present: [{ header: 'x-dotdefender-denied' }, { text: 'dotdefender' }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ any: [{ text: 'dotdefender blocked your request' }, { header: 'x-dotdefender-denied' }] }],
      causes: { 'content-rejected': 'proves' },
      says: 'the filter refused the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/dotdefender.py',
    },
  ],
};

export default vendor;
