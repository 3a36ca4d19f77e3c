import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rundeck',
  name: 'Rundeck',
  role: 'app',
  present: [
    { header: 'x-rundeck-api-version' },
    { sent: 'x-rundeck-auth-token' },
    { body: /"apiversion": ?[0-9]/ },
    { text: /rundeck/ },
  ],
  refusals: [
    {
      id: 'acl',
      alone: true,
      when: [
        {
          any: [
            { text: /not authorized for action "[^"]{1,60}" for / },
            { code: 'api.error.item.unauthorized' },
            { code: 'api.error.unauthorized' },
          ],
        },
        {
          any: [
            { body: /"apiversion": ?[0-9]/ },
            { body: 'api.error' },
            { text: 'rundeck' },
            { text: 'not authorized for action' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "no ACL policy allows this action for the user's groups",
      source: 'https://docs.rundeck.com/docs/administration/security/authorization.html',
    },
    {
      id: 'token',
      alone: true,
      when: [
        { any: [{ text: /\(token:[^)]{1,30}\) is not authorized for:/ }, { text: 'is not authorized for: /' }] },
        { any: [{ body: /"apiversion": ?[0-9]/ }, { text: /\(token:/ }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the API token is absent, wrong or past its time',
      source: 'https://docs.rundeck.com/docs/administration/security/authorization.html',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:rundeck\/)?api\/\d{1,2}\/(?:project|job|jobs|projects|system|execution|executions|tokens|user|storage)(?:[/?]|$)/,
        },
      ],
      causes: {},
      usual: { 'role-missing': 42, 'credentials-invalid': 20, 'credentials-missing': 18, 'credentials-expired': 12 },
      says: 'an ACL policy must grant the action, and tokens end',
      source: 'https://docs.rundeck.com/docs/api/',
    },
  ],
};

export default vendor;
