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
  ],
};

export default vendor;
