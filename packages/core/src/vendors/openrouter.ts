import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openrouter',
  name: 'OpenRouter',
  role: 'api',
  present: [{ host: 'openrouter.ai' }],
  refusals: [
    {
      id: 'moderation',
      alone: true,
      when: [
        {
          any: [
            { text: /requires moderation on .{1,60} your input was flagged for/ },
            { text: 'Your input was flagged' },
          ],
        },
      ],
      causes: { 'content-rejected': 'proves', 'policy-denied': 'hints' },
      says: "the provider's moderation refused the input",
      source: 'https://openrouter.ai/docs/api/reference/errors-and-debugging',
    },
    {
      id: 'key-limit',
      alone: true,
      when: [{ any: [{ text: 'Key limit exceeded' }, { text: /insufficient credits\. (?:this account|add more)/ }] }],
      causes: { 'feature-unavailable': 'suggests', 'rate-limited': 'suggests' },
      says: "the key's or account's credit is used up",
      source: 'https://openrouter.ai/docs/api/reference/errors-and-debugging',
    },
    {
      id: 'data-policy',
      alone: true,
      when: [
        {
          text: /no (?:endpoints|allowed providers) .{0,60}(?:matching your|are available).{0,60}data policy|no allowed providers are available/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: "the account's privacy settings leave no provider for this model",
      source: 'https://openrouter.ai/docs/api/reference/errors-and-debugging',
    },
    {
      id: 'user-not-found',
      alone: true,
      when: [
        {
          any: [
            { text: 'No auth credentials found' },
            { text: 'User not found.' },
            { text: 'invalid api token' },
            { text: 'Authentication Fails (no such user)' },
          ],
        },
        {
          any: [
            { host: 'openrouter.ai' },
            { host: 'api.cohere.com' },
            { host: 'api.replicate.com' },
            { host: 'api.deepseek.com' },
            { text: 'no auth credentials found' },
            { text: 'Authentication Fails' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the API key is absent or wrong',
      source: 'https://openrouter.ai/docs/api/reference/errors-and-debugging',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 30,
        'credentials-malformed': 10,
        'credentials-expired': 8,
        'policy-denied': 4,
      },
      says: 'mostly no key reached the server, or it was disabled',
      source: 'https://openrouter.ai/docs/api-reference/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 26,
        'content-rejected': 24,
        'feature-unavailable': 16,
        'policy-denied': 10,
        'role-missing': 8,
        'rate-limited': 6,
      },
      says: 'mostly the region of the provider, or the moderation of the input',
      source: 'https://openrouter.ai/docs/api-reference/errors',
    },
  ],
};

export default vendor;
