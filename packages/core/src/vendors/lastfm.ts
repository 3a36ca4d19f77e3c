import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'lastfm',
  name: 'Last.fm',
  role: 'api',
  present: [{ host: 'audioscrobbler.com' }, { host: 'last.fm' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'invalid api key - you must be granted a valid key by last.fm' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the API key is missing or unknown',
      source: 'https://www.last.fm/api/errorcodes',
    },
    {
      id: 'session',
      alone: true,
      when: [{ text: 'invalid session key - please re-authenticate' }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the session of the user is no longer good',
      source: 'https://www.last.fm/api/errorcodes',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: /invalid method signature supplied/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'api_sig does not match: order of the parameters or the shared secret',
      source: 'https://www.last.fm/api/errorcodes',
    },
    {
      id: 'suspended',
      alone: true,
      when: [{ text: /suspended api key - access for your account has been suspended/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the API account is suspended',
      source: 'https://www.last.fm/api/errorcodes',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'credentials-missing': 14,
        'credentials-expired': 10,
        'client-refused': 10,
        'policy-denied': 8,
      },
      says: 'mostly a wrong key or session',
      source: 'https://www.last.fm/api/errorcodes',
    },
  ],
};

export default vendor;
