import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'socket-io',
  name: 'Socket.IO',
  role: 'framework',
  present: [{ path: /^\/[^?]{0,100}socket\.io\/\?/ }],
  refusals: [
    {
      id: 'usual-handshake',
      alone: true,
      when: [{ status: [403, 401, 400] }, { path: /^\/[^?]{0,100}socket\.io\/\?/ }],
      causes: {},
      usual: {
        'origin-rejected': 44,
        'credentials-missing': 16,
        'credentials-invalid': 10,
        'proxy-refused': 10,
        'credentials-expired': 8,
      },
      says: 'allowRequest or the list of origins refuses the handshake',
      source: 'https://socket.io/docs/v4/handling-cors/',
    },
  ],
};

export default vendor;
