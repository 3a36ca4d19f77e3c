import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'calibre-web',
  name: 'Calibre-Web and other book servers',
  role: 'app',
  present: [],
  refusals: [
    {
      id: 'usual-opds',
      alone: true,
      when: [{ status: [401, 403] }, { method: ['GET', 'HEAD'] }, { path: /^\/(?:[^?]{0,40}\/)?opds(?:\/|\?|$)/ }],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 36, 'role-missing': 6, 'proxy-refused': 4 },
      says: 'the catalogue asks readers for a login by Basic',
      source: 'https://github.com/janeczku/calibre-web/wiki',
    },
    {
      id: 'usual-kobo',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/kobo\/[0-9a-f]{32}\// }],
      causes: {},
      usual: { 'credentials-invalid': 34, 'feature-unavailable': 22, 'host-rejected': 14, 'credentials-expired': 8 },
      says: 'the token in the path is gone, or Kobo sync is off',
      source: 'https://github.com/janeczku/calibre-web/wiki',
    },
  ],
};

export default vendor;
