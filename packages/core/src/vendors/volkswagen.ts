import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'volkswagen',
  name: 'Volkswagen We Connect',
  role: 'api',
  present: [{ host: 'vwg-connect.com' }, { host: 'volkswagen.de' }, { host: 'vwgroup.io' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 26, 'feature-unavailable': 24, 'client-refused': 16, 'rate-limited': 14 },
      says: 'mostly terms that wait to be accepted, or an unofficial client',
      source: 'https://www.volkswagen.de/de/konnektivitaet-und-mobilitaetsdienste.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 26, 'policy-denied': 10 },
      says: 'mostly a token past its time',
      source: 'https://www.volkswagen.de/de/konnektivitaet-und-mobilitaetsdienste.html',
    },
  ],
};

export default vendor;
