import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gerrit',
  name: 'Gerrit',
  role: 'source-host',
  present: [
    { path: /^\/a\/(?:changes|projects|accounts|groups|access|config)\// },
    { sent: 'x-gerrit-auth' },
    { cookie: 'GerritAccount' },
    { text: /permission_denied_by_gerrit_acl|prohibited by gerrit/ },
  ],
  refusals: [
    {
      id: 'not-permitted',
      when: [
        {
          text: /\b(?:submit|abandon|rebase|restore|revert|delete|edit|label|push|create|read|upload|merge|move|cherry-pick|viewing|administrate server|set [a-z ]{1,30}) (?:[a-z' -]{1,40} )?not permitted\b/,
        },
      ],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'the account lacks this permission on the ref or project',
      source: 'https://github.com/uwolfer/gerrit-intellij-plugin/issues/71',
    },
    {
      id: 'acl',
      alone: true,
      when: [{ text: /permission_denied_by_gerrit_acl|prohibited by gerrit: / }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'the access list of the project does not allow it',
      source: 'https://github.com/flutter/flutter/issues/90409',
    },
    {
      id: 'prefix',
      alone: true,
      when: [
        { text: 'invalid authentication method. in order to authenticate, prefix the rest endpoint url with /a/' },
      ],
      causes: { 'csrf-missing': 'suggests', 'credentials-malformed': 'suggests' },
      says: 'a session cookie without X-Gerrit-Auth is not taken; HTTP credentials go to the paths under /a/',
      source: 'https://gerrit-review.googlesource.com/Documentation/rest-api.html#authentication',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/a\/(?:changes|projects|accounts|groups|access|config)\// }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 26, 'role-missing': 16, 'csrf-missing': 4 },
      says: 'the HTTP password of the settings is asked for, not that of single sign-on',
      source: 'https://gerrit-review.googlesource.com/Documentation/rest-api.html',
    },
  ],
};

export default vendor;
