import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'haveibeenpwned',
  name: 'Have I Been Pwned',
  role: 'api',
  present: [{ host: 'haveibeenpwned.com' }],
  refusals: [
    {
      id: 'user-agent',
      when: [{ status: 403 }, { host: 'haveibeenpwned.com' }],
      causes: { 'client-refused': 'proves' },
      says: 'Have I Been Pwned answers 403 to a request without a User-Agent',
      fix: { who: 'caller', text: 'send a User-Agent that names the application' },
      source: 'https://haveibeenpwned.com/API/v3#ResponseCodes',
    },
    {
      id: 'key',
      alone: true,
      when: [{ text: 'Access denied due to missing hibp-api-key' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Have I Been Pwned: no key came',
      source: 'https://haveibeenpwned.com/API/v3#Authorisation',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-missing': 50,
        'credentials-invalid': 34,
        'credentials-malformed': 4,
        'feature-unavailable': 4,
      },
      says: 'searching an account requires a paid key',
      source: 'https://haveibeenpwned.com/API/v3#ResponseCodes',
    },
  ],
};

export default vendor;
