import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kraken',
  name: 'Kraken',
  role: 'api',
  present: [{ host: 'api.kraken.com' }, { body: 'eapi:' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'EGeneral:Permission denied' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'Kraken: the API key lacks the permission',
      source: 'https://docs.kraken.com/api/docs/guides/spot-errors',
    },
    {
      id: 'key',
      alone: true,
      when: [{ any: [{ text: 'EAPI:Invalid key' }, { text: 'EAPI:Invalid signature' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'Kraken: the key or the signature is wrong',
      source: 'https://docs.kraken.com/api/docs/guides/spot-errors',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'api.kraken.com' }],
      causes: {},
      usual: { 'ip-refused': 40, 'client-refused': 30, 'rate-limited': 10, 'policy-denied': 6 },
      says: 'mostly the region or the edge',
      source: 'https://docs.kraken.com/api/docs/guides/spot-errors',
    },
  ],
};

export default vendor;
