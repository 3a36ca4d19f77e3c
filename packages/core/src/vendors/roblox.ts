import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'roblox',
  name: 'Roblox',
  role: 'api',
  present: [{ host: 'roblox.com' }, { header: 'roblox-machine-id' }],
  refusals: [
    {
      id: 'xsrf',
      when: [
        { text: 'Token Validation Failed' },
        { not: { text: 'form tampering' } },
        { not: { text: 'csrf token validation failed' } },
      ],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'hints' },
      says: "no X-CSRF-TOKEN came, or an old one; the answer's own x-csrf-token header holds the right one",
      fix: { who: 'caller', text: 'send the request again with the x-csrf-token of this answer' },
      source: 'https://create.roblox.com/docs/cloud/legacy/auth',
    },
    {
      id: 'challenge',
      alone: true,
      when: [{ any: [{ text: 'Challenge is required to authorize the request' }, { header: 'rblx-challenge-id' }] }],
      causes: { 'step-up-required': 'suggests', 'client-refused': 'hints' },
      says: 'a captcha, a second factor or a re-authentication is wanted',
      source: 'https://create.roblox.com/docs/cloud/auth/api-keys',
    },
    {
      id: 'api-key-scope',
      alone: true,
      when: [
        {
          any: [
            {
              text: /invalid api key|the api key does not have sufficient scope|insufficient_scope|the provided api key is/,
            },
            { code: 'INSUFFICIENT_SCOPE' },
          ],
        },
        { host: 'apis.roblox.com' },
      ],
      causes: { 'scope-insufficient': 'suggests', 'ip-refused': 'hints' },
      says: 'the Open Cloud key lacks the scope, the universe or the address',
      source: 'https://create.roblox.com/docs/cloud/reference/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'roblox.com' }, { method: ['POST', 'PATCH', 'PUT', 'DELETE'] }],
      causes: {},
      usual: { 'csrf-missing': 54, 'role-missing': 12, 'policy-denied': 8, 'ip-refused': 8, 'scope-insufficient': 6 },
      says: 'mostly the X-CSRF-TOKEN that a first refused request hands out is missing',
      source: 'https://create.roblox.com/docs/cloud/reference/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'roblox.com' }],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-expired': 24, 'credentials-invalid': 18, 'ip-refused': 6 },
      says: 'mostly no cookie, or one that was used from another country',
      source: 'https://create.roblox.com/docs/cloud/reference/errors',
    },
    {
      id: 'usual-read',
      when: [{ status: 403 }, { host: 'roblox.com' }, { method: 'GET' }],
      causes: {},
      usual: {
        'role-missing': 24,
        'scope-insufficient': 22,
        'credentials-invalid': 14,
        'ip-refused': 12,
        'policy-denied': 10,
      },
      says: "mostly the key's permission or address list",
      source: 'https://create.roblox.com/docs/cloud/reference/errors',
    },
  ],
};

export default vendor;
