import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-cosmos',
  name: 'Azure Cosmos DB',
  role: 'database',
  present: [{ host: 'documents.azure.com' }, { header: 'x-ms-activity-id' }],
  refusals: [
    {
      id: 'firewall',
      alone: true,
      when: [{ text: /blocked by your cosmos db account firewall settings/ }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the firewall of the account refuses this address or network',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-forbidden',
    },
    {
      id: 'wrong-key',
      alone: true,
      when: [{ text: "the input authorization token can't serve the request" }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the key is wrong (or the read-only one), or the signature was made over another request',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-unauthorized',
    },
    {
      id: 'token-time',
      alone: true,
      when: [{ text: 'authorization token is not valid at the current time' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the signed date is too far from the clock of Azure',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-forbidden',
    },
    {
      id: 'local-auth',
      alone: true,
      when: [{ text: /local authorization is disabled\. use an aad token/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'keys are switched off for the account; it takes Entra tokens',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-setup-rbac',
    },
    {
      id: 'rbac',
      alone: true,
      when: [{ text: /does not have required rbac permissions to perform action/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the identity has no data role in this account',
      fix: {
        who: 'api-owner',
        text: 'assign a data-plane role (sqlRoleAssignments); roles of the portal do not count here',
      },
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/how-to-setup-rbac',
    },
    {
      id: 'management-operation',
      alone: true,
      when: [{ text: /is not allowed through azure cosmos db endpoint/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'feature-unavailable': 'hints' },
      says: 'databases and containers cannot be made with a data-plane identity',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-forbidden',
    },
    {
      id: 'read-only-key',
      alone: true,
      when: [{ text: 'insufficient permissions provided in the authorization header for the corresponding request' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key or resource token may not do this',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-forbidden',
    },
    {
      id: 'partition-full',
      alone: true,
      when: [{ text: /partition key reached maximum size/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the logical partition holds its 20 GB',
      source: 'https://learn.microsoft.com/en-us/azure/cosmos-db/nosql/troubleshoot-forbidden',
    },
  ],
};

export default vendor;
