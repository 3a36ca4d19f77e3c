import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'authentik',
  name: 'authentik',
  role: 'identity',
  present: [{ header: 'x-authentik-id' }, { header: 'x-powered-by', is: /^authentik/i }, { cookie: 'authentik_' }],
  refusals: [
    {
      id: 'denied',
      alone: true,
      when: [
        { text: /request has been denied|policy binding '.{1,120}' returned result 'false'/ },
        { any: [{ header: 'x-powered-by', is: /^authentik/i }, { header: 'x-authentik-id' }, { text: /authentik/ }] },
      ],
      causes: { 'role-missing': 'proves', 'policy-denied': 'suggests' },
      says: 'no binding of the application lets this user in',
      source: 'https://docs.goauthentik.io/docs/customize/policies/',
    },
  ],
};

export default vendor;
