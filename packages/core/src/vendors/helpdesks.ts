import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'helpdesks',
  name: 'Help Scout, Front, Gorgias, Kustomer, Crisp, Drift',
  role: 'api',
  present: [
    { host: 'helpscout.net' },
    { host: 'api2.frontapp.com' },
    { host: 'frontapp.com' },
    { host: 'gorgias.com' },
    { host: 'kustomerapp.com' },
    { host: 'crisp.chat' },
    { host: 'driftapi.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 36,
        'credentials-invalid': 30,
        'credentials-missing': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly a token past its days',
      source: 'https://developer.helpscout.com/mailbox-api/overview/errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 34, 'role-missing': 24, 'feature-unavailable': 18, 'not-owner': 6 },
      says: 'mostly a scope, or the plan',
      source: 'https://developer.helpscout.com/mailbox-api/overview/errors/',
    },
  ],
};

export default vendor;
