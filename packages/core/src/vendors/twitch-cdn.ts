import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twitch-cdn',
  name: 'Twitch video',
  role: 'cdn',
  present: [{ host: 'ttvnw.net' }, { host: 'jtvnw.net' }, { host: 'usher.ttvnw.net' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-expired': 44, 'ip-refused': 20, 'feature-unavailable': 12, 'client-refused': 10 },
      says: 'mostly the playback token is over, or made for another address',
      source: 'https://dev.twitch.tv/docs/embed/',
    },
  ],
};

export default vendor;
