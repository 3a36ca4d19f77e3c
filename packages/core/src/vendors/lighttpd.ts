import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'lighttpd',
  name: 'lighttpd',
  role: 'web-server',
  present: [{ header: 'server', is: /^lighttpd/i }],
  refusals: [
    {
      id: 'bare-directory',
      when: [
        { status: 403 },
        { header: 'server', is: /^lighttpd/i },
        { method: ['GET', 'HEAD'] },
        { path: /^[^?]*\/(?:\?.*)?$/ },
        { text: /403(?: -)? forbidden/ },
      ],
      causes: {
        'directory-listing': 'suggests',
        'server-rule': 'hints',
        'file-permissions': 'hints',
        'ip-refused': 'hints',
      },
      says: 'lighttpd refused a directory: no index file and dir-listing off, a deny rule, or permissions',
      source: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_dirlisting',
    },
    {
      id: 'bare-path',
      when: [
        { status: 403 },
        { header: 'server', is: /^lighttpd/i },
        { not: { path: /^[^?]*\/(?:\?.*)?$/ } },
        { text: /403(?: -)? forbidden/ },
      ],
      causes: { 'server-rule': 'suggests', 'file-permissions': 'suggests', 'ip-refused': 'hints' },
      says: 'lighttpd refused this path: url.access-deny, an address condition, or a file that it cannot read',
      source: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_access',
    },
    {
      id: 'usual-login',
      when: [{ status: 401 }, { header: 'server', is: /^lighttpd/i }],
      causes: {},
      usual: { 'credentials-missing': 45, 'credentials-invalid': 34, 'credentials-malformed': 5, 'ip-refused': 3 },
      says: 'mod_auth asks for a user, or the password file has another format than auth.backend says',
      source: 'https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_ModAuth',
    },
  ],
};

export default vendor;
