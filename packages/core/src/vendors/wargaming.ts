import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wargaming',
  name: 'Wargaming.net',
  role: 'api',
  present: [
    { host: /^api\.(?:worldoftanks|worldofwarships|wotblitz|worldofwarplanes)\.(?:eu|com|asia)$/ },
    { body: '"field":"application_id"' },
  ],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ text: /\binvalid_ip_address\b/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'a server application lists addresses, and the call comes from another',
      source: 'https://developers.wargaming.net/documentation/guide/getting-started/',
    },
    {
      id: 'application',
      alone: true,
      when: [{ text: /\binvalid_application_id\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the application_id is unknown',
      source: 'https://developers.wargaming.net/documentation/guide/getting-started/',
    },
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /\bapplication_is_blocked\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the application is blocked',
      source: 'https://developers.wargaming.net/documentation/guide/getting-started/',
    },
  ],
};

export default vendor;
