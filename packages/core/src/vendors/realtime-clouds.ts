import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'realtime-clouds',
  name: 'Agora, Stream, Sendbird, LiveKit, Daily, Mux',
  role: 'api',
  present: [
    { host: 'agora.io' },
    { host: 'stream-io-api.com' },
    { host: 'getstream.io' },
    { host: 'sendbird.com' },
    { host: 'livekit.cloud' },
    { host: 'daily.co' },
    { host: 'api.mux.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-expired': 22,
        'credentials-malformed': 10,
        'credentials-missing': 10,
      },
      says: "mostly a token signed with another project's secret, or past its time",
      source: 'https://docs.livekit.io/home/get-started/authentication/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 26,
        'origin-rejected': 20,
        'policy-denied': 16,
        'credentials-expired': 14,
        'credentials-invalid': 8,
      },
      says: 'mostly a playback restriction, or a grant that the token lacks',
      source: 'https://docs.livekit.io/home/get-started/authentication/',
    },
  ],
};

export default vendor;
