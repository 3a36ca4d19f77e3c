import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'krakend',
  name: 'KrakenD',
  role: 'gateway',
  present: [{ header: 'x-krakend' }, { header: 'x-krakend-completed' }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ status: 403 }],
      causes: {
        'scope-insufficient': 'suggests',
        'role-missing': 'suggests',
        'ip-refused': 'hints',
        'client-refused': 'hints',
      },
      says: 'roles or scopes of the token do not fit, or a filter of the gateway refused',
      source: 'https://www.krakend.io/docs/authorization/jwt-validation/',
    },
    {
      id: 'unauthorized',
      when: [{ status: 401 }],
      causes: {
        'credentials-missing': 'suggests',
        'credentials-invalid': 'suggests',
        'credentials-expired': 'suggests',
      },
      says: 'the gateway did not accept the JWT',
      source: 'https://www.krakend.io/docs/authorization/jwt-validation/',
    },
  ],
};

export default vendor;
