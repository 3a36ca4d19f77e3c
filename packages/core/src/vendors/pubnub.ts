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
  ],
};

export default vendor;
