import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'video-hosts',
  name: 'Mux playback, Wistia, JW Player, Brightcove, Kaltura',
  role: 'cdn',
  present: [
    { host: 'stream.mux.com' },
    { host: 'wistia.com' },
    { host: 'wistia.net' },
    { host: 'jwplayer.com' },
    { host: 'jwplatform.com' },
    { host: 'brightcove.com' },
    { host: 'brightcove.net' },
    { host: 'brightcovecdn.com' },
    { host: 'kaltura.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 34,
        'origin-rejected': 26,
        'credentials-missing': 14,
        'ip-refused': 12,
        'credentials-invalid': 6,
      },
      says: 'mostly a playback token past its time, or a page that is not on the list',
      source: 'https://www.mux.com/docs/guides/secure-video-playback',
    },
  ],
};

export default vendor;
