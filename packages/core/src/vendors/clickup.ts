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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.clickup.com' }],
      causes: {},
      usual: {
        'not-owner': 26,
        'credentials-invalid': 26,
        'role-missing': 20,
        'credentials-malformed': 14,
        'credentials-missing': 6,
      },
      says: 'mostly a team that the token was not given, or Bearer before a personal token',
      source: 'https://developer.clickup.com/docs/common_errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.clickup.com' }],
      causes: {},
      usual: { 'role-missing': 34, 'feature-unavailable': 26, 'not-owner': 14, 'scope-insufficient': 6 },
      says: "mostly the plan or the user's role",
      source: 'https://developer.clickup.com/docs/common_errors',
    },
  ],
};

export default vendor;
