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
  ],
};

export default vendor;
