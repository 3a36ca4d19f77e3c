import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rutorrent',
  name: 'ruTorrent',
  role: 'app',
  present: [],
  refusals: [
    {
      id: 'usual-rpc',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:rutorrent\/(?:plugins|php|RPC2)|RPC2(?:\/|\?|$)|rutorrent\/?$)/ }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 34,
        'ip-refused': 12,
        'server-rule': 6,
        'file-permissions': 4,
      },
      says: 'the web server asks for a password before the RPC',
      source: 'https://github.com/Novik/ruTorrent/wiki',
    },
  ],
};

export default vendor;
