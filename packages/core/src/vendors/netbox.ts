import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netbox',
  name: 'NetBox',
  role: 'app',
  present: [
    { path: /^\/api\/(?:dcim|ipam|circuits|tenancy|virtualization|extras|wireless|vpn)\// },
    { text: 'is not permitted to authenticate using this token' },
  ],
  refusals: [
    {
      id: 'source-address',
      alone: true,
      when: [{ text: 'is not permitted to authenticate using this token' }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the token lists allowed addresses, and the one that NetBox sees is not among them',
      fix: {
        who: 'api-owner',
        text: 'add the address that NetBox sees to the token, or let the proxy pass the client address',
      },
      source: 'https://github.com/netbox-community/netbox/blob/main/netbox/netbox/api/authentication.py',
    },
    {
      id: 'address-unknown',
      alone: true,
      when: [{ text: 'client ip address could not be determined for validation' }],
      causes: { 'ip-refused': 'suggests', 'proxy-refused': 'hints' },
      says: 'NetBox cannot see the client address: the proxy does not pass it',
      source: 'https://github.com/netbox-community/netbox/blob/main/netbox/netbox/api/authentication.py',
    },
    {
      id: 'invalid',
      when: [{ text: /\binvalid (?:v[12] )?token\b/ }, { status: [401, 403] }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'doubts' },
      says: 'no API token of this value exists',
      source: 'https://github.com/netbox-community/netbox/blob/main/netbox/netbox/api/authentication.py',
    },
    {
      id: 'expired',
      when: [{ text: 'token expired' }, { status: [401, 403] }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the API token is past its expiry',
      source: 'https://github.com/netbox-community/netbox/blob/main/netbox/netbox/api/authentication.py',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/api\/(?:dcim|ipam|circuits|tenancy|virtualization)\// },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 82, 'role-missing': 4 },
      says: 'the token goes as "Token …"',
      source: 'https://netboxlabs.com/docs/netbox/integrations/rest-api/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/api\/(?:dcim|ipam|circuits|tenancy|virtualization)\// },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'role-missing': 46,
        'credentials-invalid': 30,
        'credentials-malformed': 10,
        'ip-refused': 4,
        'credentials-expired': 4,
      },
      says: 'the user lacks the object permission, or the token is not the one of this instance',
      source: 'https://netboxlabs.com/docs/netbox/integrations/rest-api/',
    },
  ],
};

export default vendor;
