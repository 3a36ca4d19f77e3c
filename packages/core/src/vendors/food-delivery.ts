import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'food-delivery',
  name: 'DoorDash, Grubhub, Deliveroo, Instacart',
  role: 'app',
  present: [
    { host: 'doordash.com' },
    { host: 'grubhub.com' },
    { host: 'deliveroo.co.uk' },
    { host: 'instacart.com' },
    { host: 'just-eat.co.uk' },
    { host: 'ubereats.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'openapi.doordash.com' } }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 14, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://developer.doordash.com/en-US/docs/drive/reference/errors/',
    },
    {
      id: 'usual-api',
      when: [{ status: 401 }, { host: 'openapi.doordash.com' }],
      causes: {},
      usual: { 'credentials-malformed': 36, 'credentials-expired': 22, 'credentials-invalid': 22 },
      says: 'mostly the JWT: its header, key id or time',
      source: 'https://developer.doordash.com/en-US/docs/drive/reference/errors/',
    },
  ],
};

export default vendor;
