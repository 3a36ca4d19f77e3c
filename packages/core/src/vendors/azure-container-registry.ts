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
  ],
};

export default vendor;
