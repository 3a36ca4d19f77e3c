import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'here',
  name: 'HERE location services',
  role: 'api',
  present: [{ host: 'hereapi.com' }, { host: 'here.com' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: /apikey invalid\. apikey not found/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the apiKey is unknown',
      source:
        'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html',
    },
    {
      id: 'rights',
      alone: true,
      when: [{ text: 'these credentials do not authorize access' }],
      causes: { 'feature-unavailable': 'suggests', 'role-missing': 'hints' },
      says: 'the app of the key has no right to this service or plan',
      source:
        'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 45,
        'credentials-missing': 22,
        'credentials-expired': 14,
        'origin-rejected': 6,
        'credentials-malformed': 6,
      },
      says: 'mostly a wrong key, or one of the old app_id kind',
      source: 'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/README.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 28,
        'feature-unavailable': 24,
        'origin-rejected': 18,
        'credentials-invalid': 14,
        'policy-denied': 6,
      },
      says: 'mostly the app is not linked to this service, or trusted domains are set',
      source: 'https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/README.html',
    },
  ],
};

export default vendor;
