import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'subversion',
  name: 'Subversion',
  role: 'source-host',
  present: [{ header: 'svn-youngest-rev' }, { challenge: 'basic', param: 'realm', is: /subversion|svn/i }],
  refusals: [
    {
      id: 'usual-read',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD', 'PROPFIND', 'REPORT', 'OPTIONS'] },
        { path: /^\/(?:svn|repos|subversion)\/[^?]{0,200}/ },
      ],
      causes: {},
      usual: {
        'role-missing': 44,
        'credentials-missing': 14,
        'object-hidden': 12,
        'file-permissions': 10,
        'content-rejected': 6,
      },
      says: 'the access file of Subversion lacks a right on this path, or the repository cannot be read by the worker',
      source: 'https://svnbook.red-bean.com/en/1.7/svn.serverconfig.httpd.html',
    },
    {
      id: 'usual-write',
      alone: true,
      when: [
        { status: 403 },
        { method: ['POST', 'PUT', 'MKACTIVITY', 'CHECKOUT', 'MERGE', 'DELETE', 'MKCOL', 'PROPPATCH', 'LOCK'] },
        { path: /^\/(?:svn|repos|subversion)\/[^?]{0,200}/ },
      ],
      causes: {},
      usual: {
        'role-missing': 46,
        'file-permissions': 18,
        'host-rejected': 8,
        'credentials-missing': 8,
        'content-rejected': 6,
      },
      says: 'the user may read but not write, or the worker cannot write the repository',
      source: 'https://svnbook.red-bean.com/en/1.7/svn.serverconfig.httpd.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:svn|subversion)\/[^?]{0,200}/ }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 34, 'role-missing': 6, 'credentials-malformed': 4 },
      says: 'user name or password of the repository is wrong',
      source: 'https://svnbook.red-bean.com/en/1.7/svn.serverconfig.httpd.html',
    },
  ],
};

export default vendor;
