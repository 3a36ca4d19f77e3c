import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-drive-download',
  name: 'Google Drive and Docs downloads',
  role: 'storage',
  present: [{ host: 'drive.usercontent.google.com' }, { host: 'docs.google.com' }, { host: 'drive.google.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-missing': 34, 'rate-limited': 28, 'role-missing': 16, 'client-refused': 10 },
      says: 'mostly a file that is not shared with everybody, or its download quota',
      source: 'https://support.google.com/drive/answer/2494822',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 66, 'policy-denied': 10, 'credentials-expired': 8, 'credentials-invalid': 4 },
      says: 'mostly a document that is not shared with everybody',
      source: 'https://support.google.com/drive/answer/2494822',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 54, 'credentials-missing': 30 },
      says: 'mostly a wrong id, or a file that is not shared',
      source: 'https://support.google.com/drive/answer/2494822',
    },
  ],
};

export default vendor;
