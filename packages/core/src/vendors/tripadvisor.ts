import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tripadvisor',
  name: 'Tripadvisor',
  role: 'api',
  present: [{ host: 'tripadvisor.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.content.tripadvisor.com' }],
      causes: {},
      usual: { 'ip-refused': 34, 'origin-rejected': 30, 'credentials-invalid': 14, 'policy-denied': 8 },
      says: "mostly the key's domain or address restriction",
      source: 'https://tripadvisor-content-api.readme.io/reference/overview',
    },
    {
      id: 'usual-403-www',
      when: [{ status: 403 }, { host: 'www.tripadvisor.com' }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 12, 'rate-limited': 4 },
      says: 'the bot wall',
      source: 'https://tripadvisor-content-api.readme.io/reference/overview',
    },
  ],
};

export default vendor;
