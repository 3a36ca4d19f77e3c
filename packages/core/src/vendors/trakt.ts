import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'trakt',
  name: 'Trakt',
  role: 'api',
  present: [{ host: 'api.trakt.tv' }, { sent: 'trakt-api-key' }],
  refusals: [
    {
      id: 'key',
      when: [{ host: 'trakt.tv' }, { status: 403 }],
      causes: { 'credentials-invalid': 'suggests', 'client-refused': 'hints' },
      says: 'the API key is unknown or the app is not approved; a default User-Agent may be refused too',
      source: 'https://trakt.docs.apiary.io/#introduction/status-codes',
    },
    {
      id: 'oauth',
      when: [{ host: 'trakt.tv' }, { status: 401 }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'hints' },
      says: 'an OAuth token must be sent and be in date',
      source: 'https://trakt.docs.apiary.io/#introduction/status-codes',
    },
    {
      id: 'account',
      when: [{ host: 'trakt.tv' }, { status: 420 }],
      causes: { 'feature-unavailable': 'proves', 'rate-limited': 'hints' },
      says: 'the account is at its limit of lists or items',
      source: 'https://trakt.docs.apiary.io/#introduction/status-codes',
    },
    {
      id: 'locked',
      when: [{ host: 'trakt.tv' }, { status: 423 }],
      causes: { 'policy-denied': 'proves' },
      says: 'the user account is locked or deactivated',
      source: 'https://trakt.docs.apiary.io/#introduction/status-codes',
    },
    {
      id: 'vip',
      when: [{ host: 'trakt.tv' }, { status: 426 }],
      causes: { 'feature-unavailable': 'proves', 'tls-required': 'doubts' },
      says: 'only VIP accounts may do this',
      source: 'https://trakt.docs.apiary.io/#introduction/status-codes',
    },
  ],
};

export default vendor;
