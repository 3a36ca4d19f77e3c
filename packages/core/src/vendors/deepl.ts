import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deepl',
  name: 'DeepL',
  role: 'api',
  present: [{ host: 'api.deepl.com' }, { host: 'api-free.deepl.com' }],
  refusals: [
    {
      id: 'wrong-endpoint',
      alone: true,
      when: [{ text: /wrong endpoint\. use https:\/\/api(?:-free)?\.deepl\.com/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key is of the other plan: keys that end in :fx go to api-free.deepl.com',
      fix: {
        who: 'caller',
        text: 'use https://api-free.deepl.com for a free key, https://api.deepl.com for a paid one',
      },
      source: 'https://developers.deepl.com/docs/best-practices/error-handling',
    },
    {
      id: 'key',
      when: [
        { status: 403 },
        { any: [{ host: 'api.deepl.com' }, { host: 'api-free.deepl.com' }] },
        { not: { text: 'wrong endpoint' } },
      ],
      causes: {},
      usual: { 'credentials-invalid': 74, 'credentials-missing': 14, 'credentials-malformed': 6 },
      says: 'mostly a free key (:fx) at the paid host or the reverse, or a wrong key',
      source: 'https://developers.deepl.com/docs/best-practices/error-handling',
    },
    {
      id: 'usual',
      when: [{ status: 456 }],
      causes: {},
      usual: { 'feature-unavailable': 92, 'rate-limited': 4 },
      says: 'the character quota of the plan is used up',
      source: 'https://developers.deepl.com/docs/getting-started/auth',
    },
  ],
};

export default vendor;
