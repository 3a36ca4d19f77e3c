import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'battle-net',
  name: 'Battle.net',
  role: 'api',
  present: [{ host: 'battle.net' }, { host: 'battlenet.com.cn' }, { host: 'blizzard.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.blizzard.com' }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'object-hidden': 24, 'not-owner': 12, 'rate-limited': 8 },
      says: "mostly another region's host or namespace, or a private profile",
      source: 'https://develop.battle.net/documentation/guides/using-oauth',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.blizzard.com' }],
      causes: {},
      usual: { 'credentials-expired': 36, 'credentials-invalid': 26, 'credentials-missing': 22 },
      says: 'mostly a token past its day, or one in the query',
      source: 'https://develop.battle.net/documentation/guides/using-oauth',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.blizzard.com' }],
      causes: {},
      usual: { 'object-hidden': 52, 'credentials-invalid': 22, 'not-owner': 6 },
      says: 'mostly a wrong namespace or a hidden character',
      source: 'https://develop.battle.net/documentation/guides/using-oauth',
    },
  ],
};

export default vendor;
