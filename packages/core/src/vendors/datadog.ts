import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'datadog',
  name: 'Datadog',
  role: 'api',
  present: [{ host: 'datadoghq.com' }, { host: 'datadoghq.eu' }, { host: 'ddog-gov.com' }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ status: 403 }, { text: /\bforbidden\b/ }, { not: { text: 'failed permission' } }],
      causes: { 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints', 'role-missing': 'hints' },
      says: 'the API or application key is wrong, of another site (EU, US3, US5), or lacks the scope',
      fix: { who: 'caller', text: "use the host of your site, and keys of that site's organisation" },
      source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ text: 'Failed permission authorization checks' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'suggests' },
      says: "the application key's scopes or its user's role do not hold the permission",
      source: 'https://docs.datadoghq.com/account_management/rbac/permissions/',
    },
    {
      id: 'intake-key',
      when: [{ text: /api key is (?:missing|invalid)|invalid api key/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the API key is absent or wrong',
      source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-invalid': 44 },
      says: 'mostly a header without key',
      source: 'https://docs.datadoghq.com/account_management/api-app-keys/',
    },
  ],
};

export default vendor;
