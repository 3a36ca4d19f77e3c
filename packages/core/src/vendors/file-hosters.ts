import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'file-hosters',
  name: 'File hosters',
  role: 'storage',
  present: [
    { host: 'mega.nz' },
    { host: 'mega.co.nz' },
    { host: 'mediafire.com' },
    { host: '1fichier.com' },
    { host: 'rapidgator.net' },
    { host: 'gofile.io' },
    { host: 'pixeldrain.com' },
    { host: 'sourceforge.net' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 26,
        'client-refused': 22,
        'feature-unavailable': 20,
        'rate-limited': 14,
        'origin-rejected': 6,
        'credentials-expired': 5,
      },
      says: 'mostly limits for anonymous downloads, or hotlinks',
      source: 'https://pixeldrain.com/api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'gofile.io' }],
      causes: {},
      usual: { 'credentials-missing': 60, 'credentials-invalid': 20 },
      says: 'mostly the account token cookie is missing',
      source: 'https://pixeldrain.com/api',
    },
  ],
};

export default vendor;
