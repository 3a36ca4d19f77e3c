import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webdav',
  name: 'WebDAV',
  role: 'web-server',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-write',
      alone: true,
      when: [
        { status: [403, 405] },
        { method: ['PUT', 'DELETE', 'MKCOL', 'MOVE', 'COPY', 'PROPPATCH', 'LOCK'] },
        { path: /^\/(?:dav|webdav|uploads|files|share|svn|repos?)\/[^?]/ },
        {
          not: {
            host: /(?:amazonaws\.com|cloudfront\.net|azure\.(?:net|com)|windows\.net|googleapis\.com|b-cdn\.net|kxcdn\.com|bilivideo\.com|pximg\.net|openstreetmap\.org|wikimedia\.org)$/,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 26,
        'method-refused': 24,
        'credentials-missing': 15,
        'server-rule': 13,
        'file-permissions': 10,
        'not-owner': 4,
      },
      says: 'writing is allowed for logged-in users with the right only, or WebDAV methods are off',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_dav.html',
    },
    {
      id: 'usual-propfind',
      alone: true,
      when: [
        { status: [403, 405] },
        { method: ['PROPFIND', 'REPORT', 'SEARCH'] },
        { path: /^\/(?:dav|webdav|files|share|svn|repos?|public)\b/ },
        {
          not: {
            host: /(?:amazonaws\.com|cloudfront\.net|azure\.(?:net|com)|windows\.net|googleapis\.com|b-cdn\.net|kxcdn\.com|bilivideo\.com|pximg\.net|openstreetmap\.org|wikimedia\.org)$/,
          },
        },
      ],
      causes: {},
      usual: {
        'method-refused': 28,
        'role-missing': 18,
        'server-rule': 15,
        'file-permissions': 12,
        'content-rejected': 10,
        'credentials-missing': 9,
      },
      says: 'PROPFIND of unlimited depth is off in mod_dav, or the user has no right in this folder',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_dav.html',
    },
  ],
};

export default vendor;
