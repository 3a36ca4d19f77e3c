import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-microsoft-registries',
  name: 'Google, Microsoft and Kubernetes registries',
  role: 'registry',
  present: [{ host: /^([a-z-]+\.)?gcr\.io$/ }, { host: 'mcr.microsoft.com' }, { host: 'registry.k8s.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: /gcr\.io$/ }],
      causes: {},
      usual: {
        'role-missing': 42,
        'credentials-missing': 20,
        'object-hidden': 14,
        'feature-unavailable': 8,
        'credentials-expired': 6,
      },
      says: 'mostly no reader role on the repository, or no login',
      source: 'https://cloud.google.com/artifact-registry/docs/troubleshooting',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: /gcr\.io$/ }],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-expired': 22, 'credentials-invalid': 14, 'object-hidden': 8 },
      says: 'mostly no credential helper, or an access token past its hour',
      source: 'https://cloud.google.com/artifact-registry/docs/troubleshooting',
    },
    {
      id: 'usual-403-mcr',
      when: [{ status: 403 }, { any: [{ host: 'mcr.microsoft.com' }, { host: 'registry.k8s.io' }] }],
      causes: {},
      usual: { 'ip-refused': 40, 'proxy-refused': 30, 'object-hidden': 14, 'client-refused': 6 },
      says: 'mostly the network on the way; these registries serve everybody',
      source: 'https://cloud.google.com/artifact-registry/docs/troubleshooting',
    },
  ],
};

export default vendor;
