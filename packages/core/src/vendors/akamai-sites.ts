import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'akamai-sites',
  name: 'Airlines and banks behind bot walls',
  role: 'app',
  present: [
    { host: 'lufthansa.com' },
    { host: 'delta.com' },
    { host: 'united.com' },
    { host: 'aa.com' },
    { host: 'britishairways.com' },
    { host: 'emirates.com' },
    { host: 'easyjet.com' },
    { host: 'chase.com' },
    { host: 'capitalone.com' },
    { host: 'hilton.com' },
    { host: 'marriott.com' },
    { host: 'hyatt.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 72, 'ip-refused': 13, 'rate-limited': 3, 'content-rejected': 3 },
      says: 'the bot wall',
      source: 'https://techdocs.akamai.com/bot-manager/docs',
    },
  ],
};

export default vendor;
