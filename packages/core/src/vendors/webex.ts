import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webex',
  name: 'Webex',
  role: 'api',
  present: [{ host: 'webexapis.com' }, { host: 'ciscospark.com' }, { header: 'trackingid' }],
  refusals: [
    {
      id: 'scope-or-role',
      when: [
        {
          any: [
            {
              text: /missing required scopes or roles|the request requires (?:additional )?(?:scope|role)|not authorized to access the requested|user not authorized|unable to perform this action/,
            },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'suggests' },
      says: 'the token lacks a scope or the user a role',
      source: 'https://developer.webex.com/docs/basics',
    },
    {
      id: 'token',
      when: [{ text: 'The request requires a valid access token set in the Authorization request header' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is absent, wrong or past its time (personal tokens live twelve hours)',
      source: 'https://developer.webex.com/docs/basics',
    },
  ],
};

export default vendor;
