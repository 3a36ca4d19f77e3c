import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'real-estate-eu',
  name: 'Idealista, ImmoScout24, Rightmove, Leboncoin (sites)',
  role: 'app',
  present: [
    { host: 'idealista.com' },
    { host: 'idealista.it' },
    { host: 'immobilienscout24.de' },
    { host: 'rightmove.co.uk' },
    { host: 'leboncoin.fr' },
    { host: 'seloger.com' },
    { host: 'kleinanzeigen.de' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: [403, 401] }, { not: { host: 'api.idealista.com' } }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 14, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://developers.idealista.com/access-request',
    },
  ],
};

export default vendor;
