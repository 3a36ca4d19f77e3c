import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'redhat-cdn',
  name: 'Red Hat CDN',
  role: 'registry',
  present: [
    { host: 'cdn.redhat.com' },
    { host: 'registry.redhat.io' },
    { host: 'access.redhat.com' },
    { host: 'subscription.rhsm.redhat.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'cdn.redhat.com' }],
      causes: {},
      usual: {
        'credentials-expired': 34,
        'feature-unavailable': 32,
        'credentials-invalid': 14,
        'tls-required': 6,
        'object-hidden': 4,
      },
      says: 'mostly the entitlement certificate: past its date or without this repository',
      source: 'https://access.redhat.com/solutions/189533',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'registry.redhat.io' }],
      causes: {},
      usual: { 'credentials-missing': 56, 'credentials-invalid': 24, 'credentials-expired': 4 },
      says: 'mostly no login, which this registry requires',
      source: 'https://access.redhat.com/solutions/189533',
    },
  ],
};

export default vendor;
