import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tradingview',
  name: 'TradingView',
  role: 'app',
  present: [{ host: 'tradingview.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 32,
        'origin-rejected': 26,
        'credentials-missing': 14,
        'ip-refused': 12,
        'feature-unavailable': 6,
      },
      says: 'mostly a missing Origin or session, or the bot wall',
      source: 'https://www.tradingview.com/policies/',
    },
  ],
};

export default vendor;
