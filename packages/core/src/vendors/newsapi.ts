import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'newsapi',
  name: 'NewsAPI',
  role: 'api',
  present: [{ host: 'newsapi.org' }],
  refusals: [
    {
      id: 'browser',
      alone: true,
      when: [
        {
          any: [
            { code: 'corsNotAllowed' },
            { text: /requests from the browser are not allowed on the developer plan/ },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests', 'origin-rejected': 'suggests' },
      says: "NewsAPI's free plan answers browsers on localhost only",
      source: 'https://newsapi.org/docs/errors',
    },
    {
      id: 'key',
      alone: true,
      when: [{ code: 'apiKeyInvalid' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'NewsAPI: the key is wrong',
      source: 'https://newsapi.org/docs/errors',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 32, 'policy-denied': 8, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://newsapi.org/docs/errors',
    },
  ],
};

export default vendor;
