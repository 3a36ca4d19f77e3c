import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'airplay',
  name: 'macOS AirPlay Receiver',
  role: 'app',
  present: [{ header: 'server', is: /^airtunes/i }],
  refusals: [
    {
      id: 'usual-port',
      when: [{ status: 403 }, { header: 'server', is: /^airtunes/i }],
      causes: {},
      usual: { 'proxy-refused': 46, 'server-rule': 26, 'host-rejected': 6 },
      says: 'AirPlay holds port 5000 or 7000 on macOS and answers in place of your program',
      source: 'https://developer.apple.com/forums/thread/682332',
    },
  ],
};

export default vendor;
