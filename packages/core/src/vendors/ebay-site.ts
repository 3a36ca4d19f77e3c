import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ebay-site',
  name: 'eBay (site)',
  role: 'app',
  present: [{ host: /^www\.ebay\.(com|de|co\.uk|fr|it|es|com\.au)$/ }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 60, 'ip-refused': 16, 'rate-limited': 12 },
      says: 'the bot wall',
      source: 'https://www.ebay.com/robots.txt',
    },
  ],
};

export default vendor;
