import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tado',
  name: 'tado°',
  role: 'api',
  present: [{ host: 'my.tado.com' }, { host: 'hops.tado.com' }, { host: 'auth.tado.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 22, 'credentials-missing': 12, 'policy-denied': 8 },
      says: 'mostly a token past its ten minutes, or the old login by password',
      source: 'https://support.tado.com/en/articles/8565472-how-do-i-authenticate-to-access-the-rest-api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'not-owner': 34, 'policy-denied': 16, 'role-missing': 14, 'client-refused': 8 },
      says: 'mostly another home',
      source: 'https://support.tado.com/en/articles/8565472-how-do-i-authenticate-to-access-the-rest-api',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 88, 'feature-unavailable': 6 },
      says: 'the daily limit of the subscription',
      source: 'https://support.tado.com/en/articles/8565472-how-do-i-authenticate-to-access-the-rest-api',
    },
  ],
};

export default vendor;
