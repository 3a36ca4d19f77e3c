import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'adyen',
  name: 'Adyen',
  role: 'api',
  present: [{ host: 'adyen.com' }, { header: 'pspreference' }, { body: '"errortype":"security"' }],
  refusals: [
    {
      id: 'code-010',
      alone: true,
      when: [{ any: [{ code: '010' }, { text: 'Not allowed' }] }, { body: '"errortype":"security"' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the API user lacks the role for this call or this merchant account',
      source: 'https://docs.adyen.com/development-resources/error-codes/',
    },
    {
      id: 'code-901',
      alone: true,
      when: [{ any: [{ code: '901' }, { text: 'Invalid Merchant Account' }] }, { body: '"errortype":"security"' }],
      causes: { 'not-owner': 'proves' },
      says: 'the API user has no access to this merchant account, or its name is wrong',
      source: 'https://docs.adyen.com/development-resources/error-codes/',
    },
    {
      id: 'code-000',
      alone: true,
      when: [
        { text: 'HTTP Status Response - Unauthorized' },
        { any: [{ host: 'adyen.com' }, { body: '"errortype":"security"' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'ip-refused': 'hints' },
      says: 'the API key or password is wrong, or for the other environment',
      source: 'https://docs.adyen.com/development-resources/error-codes/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'adyen.com' }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 10, 'credentials-malformed': 6 },
      says: 'mostly a key of the test system at the live host, or a user of another company',
      source: 'https://docs.adyen.com/development-resources/api-credentials',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'adyen.com' }],
      causes: {},
      usual: { 'role-missing': 62, 'feature-unavailable': 12, 'not-owner': 10 },
      says: 'mostly the API credential lacks a role or the merchant account',
      source: 'https://docs.adyen.com/development-resources/api-credentials',
    },
  ],
};

export default vendor;
