import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fitbit',
  name: 'Fitbit',
  role: 'api',
  present: [{ host: 'api.fitbit.com' }, { text: 'dev.fitbit.com' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [
        {
          any: [
            { text: /this application does not have permission to access [a-z]{1,40} data/ },
            { text: 'insufficient_scope' },
          ],
        },
        { body: '"errortype"' },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the user did not grant this scope',
      source: 'https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ code: 'expired_token' }, { body: '"errortype"' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.fitbit.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 38,
        'feature-unavailable': 24,
        'role-missing': 10,
        'credentials-invalid': 8,
        'not-owner': 6,
      },
      says: 'mostly a scope that the user did not grant, or intraday data without approval',
      source: 'https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.fitbit.com' }],
      causes: {},
      usual: { 'credentials-expired': 60, 'credentials-invalid': 20, 'credentials-missing': 8 },
      says: 'mostly an access token past its eight hours',
      source: 'https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/',
    },
  ],
};

export default vendor;
