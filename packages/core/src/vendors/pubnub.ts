import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pubnub',
  name: 'PubNub',
  role: 'api',
  present: [{ host: 'pndsn.com' }, { host: 'pubnub.com' }, { body: '"service":"Access Manager"' }],
  refusals: [
    {
      id: 'access-manager',
      alone: true,
      when: [{ body: /"service" ?: ?"access manager"/ }, { status: 403 }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints', 'credentials-missing': 'hints' },
      says: 'Access Manager has granted this client no access to the channel',
      source: 'https://www.pubnub.com/docs/general/security/access-control',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { any: [{ host: 'pndsn.com' }, { host: 'pubnub.com' }] }],
      causes: {},
      usual: {
        'role-missing': 40,
        'credentials-expired': 24,
        'credentials-invalid': 14,
        'feature-unavailable': 8,
        'credentials-missing': 8,
      },
      says: 'mostly no or an expired access-manager grant for the channel',
      source: 'https://www.pubnub.com/docs/general/security/access-control',
    },
  ],
};

export default vendor;
