import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'frigate',
  name: 'Frigate and go2rtc',
  role: 'app',
  present: [{ cookie: 'frigate_token' }],
  refusals: [
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8971, 1984] },
        {
          path: /^\/(?:api\/(?:review|frigate|stream\.|streams|webrtc|ws|stats|recordings|review)|live\/(?:jsmpeg|mse|webrtc)\/|vod\/|clips\/)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 46,
        'credentials-expired': 18,
        'role-missing': 10,
        'credentials-invalid': 8,
        'origin-rejected': 6,
      },
      says: 'port 8971 asks for a login; the inner port 5000 does not',
      source: 'https://docs.frigate.video/configuration/authentication/',
    },
  ],
};

export default vendor;
