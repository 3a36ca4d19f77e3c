import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'servarr',
  name: 'Sonarr, Radarr, Lidarr, Prowlarr',
  role: 'app',
  present: [{ header: 'x-application-version' }],
  refusals: [
    {
      id: 'api-key',
      when: [{ status: 401 }, { header: 'x-application-version' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no X-Api-Key came, or a wrong one',
      source: 'https://wiki.servarr.com/sonarr/settings#security',
    },
  ],
};

export default vendor;
