import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'iptv',
  name: 'IPTV panels and HLS hosts',
  role: 'cdn',
  present: [{ host: /(^|\.)(iptv|xtream|m3u8)[a-z0-9-]*\./ }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 28,
        'policy-denied': 26,
        'credentials-expired': 20,
        'ip-refused': 12,
        'origin-rejected': 6,
      },
      says: "mostly too many connections, a subscription that is over, or the player's User-Agent",
      source: 'https://datatracker.ietf.org/doc/html/rfc8216',
    },
  ],
};

export default vendor;
