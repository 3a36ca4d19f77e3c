import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nestjs',
  name: 'NestJS',
  role: 'framework',
  present: [{ text: /forbidden resource|throttlerexception/ }],
  refusals: [
    {
      id: 'guard',
      alone: true,
      when: [{ text: 'Forbidden resource' }],
      causes: {
        'role-missing': 'suggests',
        'not-owner': 'hints',
        'credentials-missing': 'hints',
        'scope-insufficient': 'hints',
      },
      says: 'a guard returned false: a role, permission or ownership check of the application',
      source: 'https://github.com/nestjs/nest/blob/master/packages/core/guards/constants.ts',
    },
    {
      id: 'throttler',
      alone: true,
      when: [{ text: 'ThrottlerException: Too Many Requests' }],
      causes: { 'rate-limited': 'proves' },
      says: "the throttler's limit is used up",
      source: 'https://github.com/nestjs/throttler/blob/master/src/throttler.exception.ts',
    },
    {
      id: 'usual-unauthorized-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { not: { sent: 'authorization' } },
        {
          body: /^\{ ?"(?:message" ?: ?"unauthorized" ?, ?"statuscode" ?: ?401|statuscode" ?: ?401 ?, ?"message" ?: ?"unauthorized") ?\}/,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 68, 'credentials-invalid': 10, 'credentials-expired': 8 },
      says: 'the guard finds no token',
      source: 'https://docs.nestjs.com/security/authentication',
    },
    {
      id: 'usual-unauthorized',
      alone: true,
      when: [
        { status: 401 },
        { sent: 'authorization' },
        {
          body: /^\{ ?"(?:message" ?: ?"unauthorized" ?, ?"statuscode" ?: ?401|statuscode" ?: ?401 ?, ?"message" ?: ?"unauthorized") ?\}/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-expired': 26, 'credentials-malformed': 12 },
      says: 'the secret of the strategy is another one than that of the signer, or the token is past its time',
      source: 'https://docs.nestjs.com/security/authentication',
    },
  ],
};

export default vendor;
