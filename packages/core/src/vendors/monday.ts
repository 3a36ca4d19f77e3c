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
  ],
};

export default vendor;
