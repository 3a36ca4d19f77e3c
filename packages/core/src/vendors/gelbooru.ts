import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gelbooru',
  name: 'Gelbooru',
  role: 'app',
  present: [{ host: 'gelbooru.com' }, { host: 'rule34.xxx' }, { host: 'safebooru.org' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 68, 'credentials-invalid': 18 },
      says: 'the API requires user id and key',
      source: 'https://gelbooru.com/index.php?page=wiki&s=view&id=18780',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'origin-rejected': 46, 'client-refused': 26, 'ip-refused': 14 },
      says: 'mostly a Referer of another site',
      source: 'https://gelbooru.com/index.php?page=wiki&s=view&id=18780',
    },
  ],
};

export default vendor;
