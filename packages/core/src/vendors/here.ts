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
  ],
};

export default vendor;
