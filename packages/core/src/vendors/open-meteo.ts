import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'open-meteo',
  name: 'Open-Meteo',
  role: 'api',
  present: [{ host: 'open-meteo.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 26, 'client-refused': 20, 'rate-limited': 20, 'feature-unavailable': 16 },
      says: 'mostly the address was blocked, or the paid host without key',
      source: 'https://open-meteo.com/en/pricing',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 86, 'ip-refused': 8 },
      says: 'the daily or minutely limit, shared by all behind the address',
      source: 'https://open-meteo.com/en/pricing',
    },
  ],
};

export default vendor;
