import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'trackers',
  name: 'Torrent sites',
  role: 'app',
  present: [
    { host: '1337x.to' },
    { host: 'yts.mx' },
    { host: 'rarbg.to' },
    { host: 'nyaa.si' },
    { host: 'eztv.re' },
    { host: 'thepiratebay.org' },
    { host: 'torrentgalaxy.to' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 18, 'credentials-expired': 4 },
      says: 'the bot wall, or the address of a data centre',
      source: 'https://github.com/Jackett/Jackett/wiki/Troubleshooting',
    },
  ],
};

export default vendor;
