import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-container-registry',
  name: 'Azure Container Registry',
  role: 'registry',
  present: [{ host: 'azurecr.io' }],
  refusals: [
    {
      id: 'firewall',
      alone: true,
      when: [{ text: /client with ip '?[0-9a-f.:]{3,45}'? is not allowed access/ }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the registry refuses this address',
      source: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-troubleshoot-access',
    },
    {
      id: 'role',
      when: [{ code: 'DENIED' }, { host: 'azurecr.io' }, { not: { text: 'is not allowed access' } }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the identity has no AcrPull or AcrPush role on the registry',
      source: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-roles',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'azurecr.io' }],
      causes: {},
      usual: {
        'credentials-missing': 32,
        'credentials-invalid': 26,
        'credentials-expired': 16,
        'role-missing': 14,
        'object-hidden': 4,
      },
      says: 'mostly no login, or one past its time',
      source: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-troubleshoot-access',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'azurecr.io' }],
      causes: {},
      usual: { 'ip-refused': 58, 'role-missing': 18, 'policy-denied': 8, 'credentials-invalid': 4 },
      says: "mostly the registry's network rules",
      source: 'https://learn.microsoft.com/en-us/azure/container-registry/container-registry-troubleshoot-access',
    },
  ],
};

export default vendor;
