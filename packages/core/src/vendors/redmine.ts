import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'redmine',
  name: 'Redmine',
  role: 'app',
  present: [{ cookie: '_redmine_session' }, { text: /redmine/ }],
  refusals: [
    {
      id: 'not-authorised',
      when: [
        {
          any: [
            { text: 'You are not authorized to access this page.' },
            { text: "You don't have the permission to access this page" },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'hints' },
      says: "the user's role in the project lacks the permission, or the module is off",
      source: 'https://www.redmine.org/projects/redmine/wiki/Rest_api',
    },
    {
      id: 'rest-off',
      when: [
        { status: 403 },
        { cookie: '_redmine_session' },
        { path: /\.(?:json|xml)(?:\?|$)/ },
        { not: { text: 'you are not authorized' } },
      ],
      causes: { 'feature-unavailable': 'suggests', 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: "the REST API is off, or the API key's user lacks the permission",
      source: 'https://www.redmine.org/projects/redmine/wiki/Rest_api',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:redmine\/)?(?:issues|time_entries|memberships|custom_fields|issue_statuses|trackers|enumerations)(?:\/[^?]{1,80})?\.(?:json|xml)(?:\?|$)/,
        },
      ],
      causes: {},
      usual: { 'feature-unavailable': 26, 'credentials-missing': 24, 'role-missing': 24, 'credentials-invalid': 18 },
      says: 'the REST service is off in the settings, the key is missing, or the role lacks the permission',
      source: 'https://www.redmine.org/projects/redmine/wiki/Rest_api',
    },
  ],
};

export default vendor;
