import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-key-vault',
  name: 'Azure Key Vault',
  role: 'api',
  present: [{ host: 'vault.azure.net' }, { host: 'managedhsm.azure.net' }, { header: 'x-ms-keyvault-service-version' }],
  refusals: [
    {
      id: 'firewall',
      alone: true,
      when: [
        {
          text: /client address is not authorized and caller is not a trusted service|public network access is disabled and request is not from a trusted service/,
        },
      ],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the vault refuses this address',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'access-policy',
      alone: true,
      when: [{ text: /does not have (secrets|keys|certificates|storage) [a-z]{2,20} permission on key vault/ }],
      causes: { 'role-missing': 'proves' },
      says: 'no access policy of the vault gives this permission',
      fix: { who: 'api-owner', text: 'add the named permission for this identity to the access policies of the vault' },
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'rbac',
      alone: true,
      when: [
        { any: [{ text: /\bforbiddenbyrbac\b/ }, { text: 'caller is not authorized to perform action on resource' }] },
        { not: { text: /client address is not authorized/ } },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the identity has no data role on the vault',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'policy',
      alone: true,
      when: [{ text: /\bforbiddenbypolicy\b/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'the access policy of the vault does not allow this',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [{ text: /akv10000/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the request carries no token',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: /akv100(32|22|46)/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is of another tenant or for another resource',
      fix: { who: 'caller', text: 'ask for a token of the tenant of the vault, for https://vault.azure.net' },
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'secret-disabled',
      alone: true,
      when: [{ text: /operation [a-z]{2,20} is not allowed on a (disabled|not yet valid|expired)/ }],
      causes: { 'policy-denied': 'proves', 'credentials-expired': 'hints' },
      says: 'the secret or key is switched off or out of its dates',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'vault.azure.net' }, { host: 'managedhsm.azure.net' }] }],
      causes: {},
      usual: { 'role-missing': 54, 'ip-refused': 28, 'policy-denied': 6, 'credentials-invalid': 4 },
      says: 'mostly no access policy or role on the vault, or its firewall',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'vault.azure.net' }, { host: 'managedhsm.azure.net' }] }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 34, 'credentials-expired': 14 },
      says: 'mostly a token of another audience or tenant',
      source: 'https://learn.microsoft.com/en-us/azure/key-vault/general/rest-error-codes',
    },
  ],
};

export default vendor;
