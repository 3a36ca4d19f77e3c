import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'clickup',
  name: 'ClickUp',
  role: 'api',
  present: [{ host: 'api.clickup.com' }, { body: /"ecode": ?"/ }],
  refusals: [
    {
      id: 'team',
      alone: true,
      when: [
        {
          any: [
            { text: 'Team not authorized' },
            { text: 'Team(s) not authorized' },
            { body: 'oauth_027' },
            { body: 'oauth_023' },
          ],
        },
      ],
      causes: { 'not-owner': 'suggests', 'role-missing': 'hints' },
      says: 'the token has no access to this workspace',
      source: 'https://developer.clickup.com/docs/common_errors',
    },
    {
      id: 'token',
      alone: true,
      when: [{ any: [{ body: 'oauth_025' }, { body: 'oauth_019' }, { text: 'Token invalid' }] }, { body: '"ecode"' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is wrong',
      source: 'https://developer.clickup.com/docs/common_errors',
    },
  ],
};

export default vendor;
