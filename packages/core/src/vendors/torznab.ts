import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'torznab',
  name: 'Jackett and other indexers',
  role: 'app',
  present: [{ cookie: 'Jackett' }],
  refusals: [
    {
      id: 'usual-torznab',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:jackett\/|prowlarr\/)?(?:api\/v2\.0\/indexers\/|\d{1,4}\/api\?|torznab\/|UI\/Dashboard)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 26,
        'client-refused': 14,
        'ip-refused': 10,
        'rate-limited': 4,
      },
      says: 'the API key is wrong, or the indexer behind it refuses',
      source: 'https://github.com/Jackett/Jackett/wiki',
    },
  ],
};

export default vendor;
