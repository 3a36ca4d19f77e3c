import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bitninja',
  name: 'BitNinja',
  role: 'waf',
  present: [{ text: /bitninja/ }],
  refusals: [
    {
      id: 'captcha',
      alone: true,
      when: [{ text: /security check by bitninja|waiting for the redirectiron/ }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'the address is greylisted: a browser must prove itself',
      source: 'https://github.com/Ekultek/WhatWaf/blob/master/content/plugins/bitninja.py',
    },
  ],
};

export default vendor;
