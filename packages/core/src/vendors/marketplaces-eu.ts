import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'marketplaces-eu',
  name: 'Allegro, Otto, Bol, Kaufland, Zalando partners',
  role: 'api',
  present: [
    { host: 'allegro.pl' },
    { host: 'bol.com' },
    { host: 'otto.de' },
    { host: 'kaufland.com' },
    { host: 'kaufland.de' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'api.allegro.pl' }, { host: 'api.bol.com' }, { host: 'api.otto.market' }] },
      ],
      causes: {},
      usual: { 'scope-insufficient': 36, 'role-missing': 22, 'feature-unavailable': 18, 'not-owner': 6 },
      says: 'mostly a scope, or the app was not approved for this',
      source: 'https://developer.allegro.pl/tutorials',
    },
    {
      id: 'usual-site',
      when: [
        { status: 403 },
        {
          any: [{ host: 'allegro.pl' }, { host: 'www.bol.com' }, { host: 'www.otto.de' }, { host: 'www.kaufland.de' }],
        },
        { not: { host: 'api.allegro.pl' } },
      ],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://developer.allegro.pl/tutorials',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.allegro.pl' }, { host: 'api.bol.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 36, 'credentials-missing': 6 },
      says: 'mostly a token past its time, or a sandbox token',
      source: 'https://developer.allegro.pl/tutorials',
    },
  ],
};

export default vendor;
