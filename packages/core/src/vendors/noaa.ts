import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'noaa',
  name: 'NOAA',
  role: 'api',
  present: [{ host: 'ncdc.noaa.gov' }, { host: 'ncei.noaa.gov' }, { host: 'nomads.ncep.noaa.gov' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 34, 'ip-refused': 26, 'client-refused': 20, 'credentials-invalid': 8 },
      says: 'mostly the address is blocked for too many requests',
      source: 'https://www.ncdc.noaa.gov/cdo-web/webservices/v2',
    },
    {
      id: 'usual-400',
      when: [{ status: 400 }, { host: 'www.ncdc.noaa.gov' }],
      causes: {},
      usual: { 'credentials-missing': 52, 'credentials-invalid': 28, 'credentials-malformed': 6 },
      says: 'mostly the token header is missing',
      source: 'https://www.ncdc.noaa.gov/cdo-web/webservices/v2',
    },
  ],
};

export default vendor;
