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
    {
      id: 'usual-webapi',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:photo\/|audio\/|webman\/)?webapi\/[^?]{1,40}/ }],
      causes: {},
      usual: {
        'credentials-expired': 30,
        'role-missing': 22,
        'ip-refused': 18,
        'credentials-invalid': 12,
        'csrf-missing': 8,
      },
      says: 'the session (_sid) is past its time, the token SynoToken is missing, or the address is blocked',
      source: 'https://kb.synology.com/en-global/DG/DSM_Login_Web_API_Guide/2',
    },
    {
      id: 'usual-dsm',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { port: 5001 },
        { path: /^\/(?:\?|$|webman\/|index\.cgi)/ },
      ],
      causes: {},
      usual: { 'ip-refused': 46, 'server-rule': 16, 'proxy-refused': 12, 'host-rejected': 10 },
      says: 'auto block, the firewall or an access profile of the proxy keeps the address out',
      source: 'https://kb.synology.com/en-global/DG/DSM_Login_Web_API_Guide/2',
    },
    {
      id: 'usual-webdav',
      alone: true,
      when: [{ status: [401, 403] }, { port: [5005, 5006] }],
      causes: {},
      usual: {
        'credentials-invalid': 32,
        'role-missing': 30,
        'credentials-missing': 12,
        'step-up-required': 6,
        'ip-refused': 6,
      },
      says: 'the user has no right to WebDAV or to the shared folder',
      source: 'https://kb.synology.com/en-global/DSM/help/WebDAVServer/webdav_server',
    },
    {
      id: 'usual-site',
      alone: true,
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { path: /^\/~[a-z][^/?]{0,40}\/web\// }],
      causes: {},
      usual: { 'file-permissions': 60, 'server-rule': 10, 'directory-listing': 10 },
      says: 'the user http needs rights in the folder',
      source: 'https://kb.synology.com/en-global/DG/DSM_Login_Web_API_Guide/2',
    },
  ],
};

export default vendor;
