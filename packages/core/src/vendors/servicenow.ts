import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'servicenow',
  name: 'ServiceNow',
  role: 'api',
  present: [{ host: 'service-now.com' }, { header: 'x-is-logged-in' }, { cookie: 'glide_user' }],
  refusals: [
    {
      id: 'acl',
      alone: true,
      when: [
        {
          any: [
            { text: /acl exception [a-z]{1,10} failed due to security constraints/ },
            { text: 'Insufficient rights to query records' },
            { text: 'Insufficient rights to delete record' },
            { text: 'User Not Authorized' },
          ],
        },
        { any: [{ body: '"status":"failure"' }, { header: 'x-is-logged-in' }, { host: 'service-now.com' }] },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'an access control rule refuses this user',
      source:
        'https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_RESTAPI.html',
    },
    {
      id: 'not-authenticated',
      alone: true,
      when: [{ text: 'User Not Authenticated' }, { text: 'Required to provide Auth information' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'user name and password or token are absent or wrong',
      source:
        'https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_RESTAPI.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'service-now.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'credentials-missing': 14,
        'step-up-required': 10,
        'credentials-expired': 10,
        'role-missing': 8,
      },
      says: 'mostly a wrong password, or a login that only goes by single sign-on',
      source:
        'https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_RESTAPI.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'service-now.com' }],
      causes: {},
      usual: { 'role-missing': 66, 'policy-denied': 14, 'feature-unavailable': 4, 'not-owner': 4 },
      says: 'mostly an access control rule or a missing role',
      source:
        'https://www.servicenow.com/docs/bundle/zurich-api-reference/page/integrate/inbound-rest/concept/c_RESTAPI.html',
    },
  ],
};

export default vendor;
