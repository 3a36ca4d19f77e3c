import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zulip',
  name: 'Zulip',
  role: 'app',
  present: [
    { host: 'zulipchat.com' },
    { body: /"result" ?: ?"error".{0,400}"msg" ?: ?"|"msg" ?: ?".{0,400}"result" ?: ?"error"/ },
  ],
  refusals: [
    {
      id: 'insufficient',
      when: [{ text: /\binsufficient permission\b/ }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: "the account or bot may not do this; a bot does not get its owner's role",
      source: 'https://github.com/zulip/zulip/blob/main/zerver/lib/exceptions.py',
    },
    {
      id: 'organization-role',
      alone: true,
      when: [{ text: /(?:only|must be an) organization (?:administrators?|owners?|moderators?)\b/ }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'only a higher role of the organisation may do this',
      source: 'https://github.com/zulip/zulip/issues/13465',
    },
    {
      id: 'no-bots',
      alone: true,
      when: [{ text: 'this endpoint does not accept bot requests' }],
      causes: { 'policy-denied': 'proves', 'credentials-invalid': 'hints', 'role-missing': 'hints' },
      says: 'the endpoint takes the API keys of people only',
      source: 'https://github.com/zulip/zulip/issues/40193',
    },
    {
      id: 'key',
      when: [{ code: 'INVALID_API_KEY' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key does not belong to this account or server',
      source: 'https://zulip.com/api/rest-error-handling',
    },
    {
      id: 'deactivated',
      when: [{ any: [{ code: 'USER_DEACTIVATED' }, { code: 'REALM_DEACTIVATED' }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account or the whole organisation is deactivated',
      source: 'https://zulip.com/api/rest-error-handling',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ code: 'RATE_LIMIT_HIT' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many calls',
      source: 'https://zulip.com/api/rest-error-handling',
    },
  ],
};

export default vendor;
