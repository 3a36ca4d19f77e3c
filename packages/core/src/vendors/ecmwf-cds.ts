import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ecmwf-cds',
  name: 'Copernicus Climate and Atmosphere Data Stores',
  role: 'api',
  present: [{ host: /^(?:cds|ads|ewds)(?:-beta)?\.(?:climate|atmosphere)\.copernicus\.eu$/ }, { host: 'ecmwf.int' }],
  refusals: [
    {
      id: 'licences',
      alone: true,
      when: [{ text: /required licences not accepted|client has not agreed to the required terms and conditions/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the licence of this data set has not been accepted by the account',
      fix: { who: 'caller', text: 'log in, open the page of the data set and accept its licence under Download' },
      source: 'https://github.com/ecmwf/cdsapi/issues/108',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 52, 'credentials-invalid': 20, 'role-missing': 8, 'object-hidden': 5 },
      says: 'mostly the licence of the data set was not accepted',
      source: 'https://cds.climate.copernicus.eu/how-to-api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'credentials-missing': 18,
        'credentials-malformed': 14,
        'credentials-expired': 4,
      },
      says: 'mostly a key of the old service or a badly written .cdsapirc',
      source: 'https://cds.climate.copernicus.eu/how-to-api',
    },
  ],
};

export default vendor;
