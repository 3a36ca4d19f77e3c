import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'misskey',
  name: 'Misskey',
  role: 'app',
  present: [
    {
      body: /"id" ?: ?"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}" ?, ?"kind" ?: ?"(?:client|permission|server)"/,
    },
  ],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'your app does not have the necessary permissions to use this endpoint' }],
      causes: { 'scope-insufficient': 'proves', 'credentials-missing': 'hints' },
      says: 'the token lacks the permission of this endpoint',
      source: 'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
    },
    {
      id: 'credential',
      alone: true,
      when: [{ code: 'CREDENTIAL_REQUIRED' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no token (i) was sent',
      source: 'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
    },
    {
      id: 'token',
      alone: true,
      when: [{ text: 'authentication failed. please ensure your token is correct' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown or revoked',
      source: 'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
    },
    {
      id: 'suspended',
      alone: true,
      when: [{ code: 'YOUR_ACCOUNT_SUSPENDED' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is suspended',
      source: 'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
    },
    {
      id: 'role',
      alone: true,
      when: [{ code: 'ROLE_PERMISSION_DENIED' }],
      causes: { 'role-missing': 'proves' },
      says: 'the account lacks the role that this wants',
      source: 'https://github.com/misskey-dev/misskey/blob/develop/packages/backend/src/server/api/ApiCallService.ts',
    },
  ],
};

export default vendor;
