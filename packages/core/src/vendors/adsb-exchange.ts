import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'adsb-exchange',
  name: 'ADS-B Exchange',
  role: 'api',
  present: [{ host: 'adsbexchange.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 46, 'origin-rejected': 14, 'credentials-invalid': 14, 'ip-refused': 12 },
      says: "mostly the site's own data, asked for from outside the site",
      source: 'https://www.adsbexchange.com/data/rest-api-samples/',
    },
  ],
};

export default vendor;
