import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'epic-games',
  name: 'Epic Games',
  role: 'api',
  present: [{ host: 'epicgames.com' }, { host: 'epicgames.dev' }, { host: 'ol.epicgames.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'www.epicgames.com' }, { host: 'store.epicgames.com' }] }],
      causes: {},
      usual: { 'client-refused': 70, 'ip-refused': 10, 'step-up-required': 8 },
      says: 'the bot wall',
      source: 'https://dev.epicgames.com/docs/web-api-ref/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 26, 'credentials-missing': 12 },
      says: 'mostly a token past its hours',
      source: 'https://dev.epicgames.com/docs/web-api-ref/errors',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { not: { host: 'www.epicgames.com' } }, { not: { host: 'store.epicgames.com' } }],
      causes: {},
      usual: {
        'role-missing': 34,
        'scope-insufficient': 18,
        'feature-unavailable': 12,
        'credentials-invalid': 12,
        'step-up-required': 6,
      },
      says: 'mostly the client policy of the product',
      source: 'https://dev.epicgames.com/docs/web-api-ref/errors',
    },
  ],
};

export default vendor;
