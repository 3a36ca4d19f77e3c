import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'monday',
  name: 'monday.com',
  role: 'api',
  present: [{ host: 'api.monday.com' }, { body: '"error_code":"UserUnauthorizedException"' }],
  refusals: [
    {
      id: 'user',
      alone: true,
      when: [{ body: /"(?:error_code|code)" ?: ?"userunauthorizedexception"/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the user of the token may not do this on the board or account',
      source: 'https://developer.monday.com/api-reference/docs/error-handling',
    },
    {
      id: 'address',
      when: [{ text: 'your ip is restricted' }],
      causes: { 'ip-refused': 'proves' },
      says: 'the account restricts client addresses',
      source: 'https://developer.monday.com/api-reference/docs/error-handling',
    },
    {
      id: 'complexity',
      when: [{ any: [{ body: '"ComplexityException"' }, { code: 'ComplexityException' }] }],
      causes: { 'rate-limited': 'proves' },
      says: 'the complexity budget of the minute is used up',
      source: 'https://developer.monday.com/api-reference/docs/error-handling',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.monday.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-missing': 20,
        'ip-refused': 8,
        'credentials-malformed': 6,
        'credentials-expired': 6,
      },
      says: 'mostly a wrong token',
      source: 'https://developer.monday.com/api-reference/docs/error-handling',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.monday.com' }],
      causes: {},
      usual: {
        'role-missing': 36,
        'scope-insufficient': 24,
        'not-owner': 14,
        'feature-unavailable': 8,
        'ip-refused': 5,
      },
      says: "mostly the user's access to the board, or the app's scopes",
      source: 'https://developer.monday.com/api-reference/docs/error-handling',
    },
  ],
};

export default vendor;
