import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'elevenlabs',
  name: 'ElevenLabs',
  role: 'api',
  present: [
    { host: 'elevenlabs.io' },
    { body: 'detected_unusual_activity' },
    { text: /the api key you used is missing the permission/ },
  ],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [
        {
          any: [
            { text: /the api key you used is missing the permission [a-z_]{1,40} to execute this operation/ },
            { body: '"missing_permissions"' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key lacks a permission; the answer names it',
      source: 'https://elevenlabs.io/docs/developers/resources/errors',
    },
    {
      id: 'unusual-activity',
      alone: true,
      when: [
        {
          any: [{ body: 'detected_unusual_activity' }, { text: 'Unusual activity detected. Free Tier usage disabled' }],
        },
      ],
      causes: { 'ip-refused': 'proves', 'client-refused': 'suggests', 'policy-denied': 'hints' },
      says: "the free tier is closed for this address: a VPN, a server's address or many accounts",
      source: 'https://elevenlabs.io/docs/developers/resources/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'elevenlabs.io' }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'ip-refused': 20,
        'feature-unavailable': 14,
        'scope-insufficient': 12,
        'credentials-missing': 10,
        'policy-denied': 4,
      },
      says: 'mostly a wrong or restricted key, or the free plan is blocked on this network',
      source: 'https://elevenlabs.io/docs/api-reference/authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'elevenlabs.io' }],
      causes: {},
      usual: {
        'feature-unavailable': 34,
        'scope-insufficient': 22,
        'ip-refused': 16,
        'role-missing': 10,
        'client-refused': 8,
      },
      says: 'mostly the plan does not include this voice or feature',
      source: 'https://elevenlabs.io/docs/api-reference/authentication',
    },
  ],
};

export default vendor;
