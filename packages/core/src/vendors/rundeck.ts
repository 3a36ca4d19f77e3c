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
  ],
};

export default vendor;
