import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gbif-inat',
  name: 'iNaturalist, GBIF, eBird',
  role: 'api',
  present: [{ host: 'inaturalist.org' }, { host: 'gbif.org' }, { host: 'ebird.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'ebird.org' }],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-invalid': 34, 'client-refused': 8 },
      says: 'mostly X-eBirdApiToken is missing or wrong',
      source: 'https://documenter.getpostman.com/view/664302/S1ENwy59',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'inaturalist.org' }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-missing': 26, 'credentials-invalid': 14 },
      says: 'mostly a JWT past its day',
      source: 'https://documenter.getpostman.com/view/664302/S1ENwy59',
    },
    {
      id: 'usual-403-inaturalist',
      when: [{ status: 403 }, { host: 'inaturalist.org' }],
      causes: {},
      usual: { 'client-refused': 34, 'rate-limited': 26, 'ip-refused': 14 },
      says: 'mostly too many requests',
      source: 'https://documenter.getpostman.com/view/664302/S1ENwy59',
    },
  ],
};

export default vendor;
