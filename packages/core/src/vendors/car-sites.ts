import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'car-sites',
  name: 'mobile.de, AutoScout24, Cars.com (sites)',
  role: 'app',
  present: [
    { host: 'mobile.de' },
    { host: 'autoscout24.de' },
    { host: 'autoscout24.com' },
    { host: 'cars.com' },
    { host: 'carvana.com' },
    { host: 'autotrader.com' },
    { host: 'autotrader.co.uk' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 12, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://services.mobile.de/docs/search-api.html',
    },
  ],
};

export default vendor;
