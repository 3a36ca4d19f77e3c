import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mongodb-atlas',
  name: 'MongoDB Atlas',
  role: 'api',
  present: [{ host: 'cloud.mongodb.com' }, { host: 'data.mongodb-api.com' }, { text: /mongodb atlas/ }],
  refusals: [
    {
      id: 'ip-not-on-list',
      alone: true,
      when: [
        {
          any: [
            { text: 'IP_ADDRESS_NOT_ON_ACCESS_LIST' },
            { text: 'IP_ADDRESS_NOT_ON_WHITELIST' },
            { text: /ip address .{1,60} is not allowed to access this resource/ },
            { text: 'ORG_REQUIRES_ACCESS_LIST' },
            { text: 'RESOURCE_REQUIRES_ACCESS_LIST' },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the API key's access list does not hold this address",
      fix: { who: 'api-owner', text: "add the address to the API key's access list" },
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
    {
      id: 'unauthorized-role',
      alone: true,
      when: [
        {
          any: [
            { body: /"errorcode": ?"user_unauthorized"/ },
            { text: /current user is not authorized to perform this action/ },
            { text: 'INVALID_GROUP_ROLE' },
            { text: 'NOT_ORG_GROUP_CREATOR' },
            { text: 'NOT_USER_ADMIN' },
            { text: 'USER_CANNOT_ACCESS_ORG' },
            { text: 'USER_CANNOT_ACCESS_GROUP' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the API key lacks the role in this project or organisation',
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'cloud.mongodb.com' }, { host: 'data.mongodb-api.com' }] }],
      causes: {},
      usual: { 'ip-refused': 52, 'role-missing': 26, 'policy-denied': 6, 'credentials-invalid': 4 },
      says: "mostly the address is not on the key's access list",
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'cloud.mongodb.com' }, { host: 'data.mongodb-api.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 34, 'credentials-malformed': 8 },
      says: 'mostly digest login was not used, or a wrong key pair',
      source: 'https://www.mongodb.com/docs/atlas/configure-api-access/',
    },
  ],
};

export default vendor;
