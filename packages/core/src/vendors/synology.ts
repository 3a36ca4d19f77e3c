import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'synology',
  name: 'Synology DSM',
  role: 'app',
  present: [{ path: '/webapi/' }, { path: '/photo/webapi' }, { text: /synology/ }],
  refusals: [
    {
      id: 'privilege',
      when: [{ body: /"error": ?\{ ?"code": ?105\b/ }],
      causes: { 'role-missing': 'proves' },
      says: "error 105: the session's user lacks the privilege",
      source:
        'https://global.download.synology.com/download/Document/Software/DeveloperGuide/Package/FileStation/All/enu/Synology_File_Station_API_Guide.pdf',
    },
    {
      id: 'session',
      when: [{ body: /"error": ?\{ ?"code": ?(?:106|107|119)\b/ }],
      causes: { 'credentials-expired': 'proves', 'credentials-missing': 'suggests' },
      says: 'error 106, 107 or 119: the session timed out, was replaced or is unknown',
      source:
        'https://global.download.synology.com/download/Document/Software/DeveloperGuide/Package/FileStation/All/enu/Synology_File_Station_API_Guide.pdf',
    },
    {
      id: 'otp',
      when: [{ body: /"error": ?\{[^}]{0,60}"code": ?(?:403|404|406)\b/ }, { path: /SYNO\.API\.Auth/ }],
      causes: { 'step-up-required': 'proves' },
      says: 'error 403, 404 or 406 of a login: a one-time code is wanted',
      source:
        'https://global.download.synology.com/download/Document/Software/DeveloperGuide/Package/FileStation/All/enu/Synology_File_Station_API_Guide.pdf',
    },
  ],
};

export default vendor;
