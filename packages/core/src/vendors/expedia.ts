import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'expedia',
  name: 'Expedia',
  role: 'api',
  present: [{ host: 'expedia.com' }, { host: 'api.ean.com' }, { host: 'expediagroup.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.ean.com' }, { host: 'expediagroup.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-expired': 28, 'credentials-malformed': 14 },
      says: 'mostly the signature: timestamp, key or secret',
      source: 'https://developers.expediagroup.com/docs/products/rapid/setup/authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'api.ean.com' }, { host: 'expediagroup.com' }] }],
      causes: {},
      usual: { 'feature-unavailable': 32, 'role-missing': 22, 'ip-refused': 14, 'credentials-invalid': 10 },
      says: 'mostly the profile is not open for this, or production was not approved',
      source: 'https://developers.expediagroup.com/docs/products/rapid/setup/authentication',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'www.expedia.com' }],
      causes: {},
      usual: { 'client-refused': 64, 'ip-refused': 14, 'rate-limited': 10 },
      says: 'the bot wall',
      source: 'https://developers.expediagroup.com/docs/products/rapid/setup/authentication',
    },
  ],
};

export default vendor;
