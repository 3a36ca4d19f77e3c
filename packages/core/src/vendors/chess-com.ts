import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'chess-com',
  name: 'Chess.com',
  role: 'api',
  present: [{ host: 'api.chess.com' }, { host: 'chess.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'rate-limited': 12, 'ip-refused': 8, 'credentials-missing': 4 },
      says: "mostly no User-Agent, or a library's own",
      source: 'https://www.chess.com/announcements/view/published-data-api',
    },
  ],
};

export default vendor;
