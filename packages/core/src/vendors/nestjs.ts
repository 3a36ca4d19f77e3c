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
  ],
};

export default vendor;
