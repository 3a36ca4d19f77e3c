import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'haveibeenpwned',
  name: 'Have I Been Pwned',
  role: 'api',
  present: [{ host: 'haveibeenpwned.com' }],
  refusals: [
    {
      id: 'user-agent',
      alone: true,
      when: [
        {
          any: [
            { text: /request(?:s)? (?:made )?without (?:a )?user agent/ },
            { text: 'Access denied due to missing or invalid user agent' },
          ],
        },
        { any: [{ host: 'haveibeenpwned.com' }, { text: 'user agent' }] },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'Have I Been Pwned wants a User-Agent',
      source: 'https://haveibeenpwned.com/API/v3#UserAgent',
    },
    {
      id: 'key',
      alone: true,
      when: [{ text: 'Access denied due to missing hibp-api-key' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Have I Been Pwned: no key came',
      source: 'https://haveibeenpwned.com/API/v3#Authorisation',
    },
  ],
};

export default vendor;
