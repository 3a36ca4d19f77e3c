import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'naxsi',
  name: 'NAXSI',
  role: 'waf',
  present: [{ header: 'x-data-origin', is: /^naxsi/i }, { header: 'server', is: /naxsi/i }, { text: /naxsi/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /blocked by naxsi|naxsi blocked information/ }],
      causes: { 'content-rejected': 'proves' },
      says: 'a rule of NAXSI matched the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/naxsi.py',
    },
  ],
};

export default vendor;
