import { HOSTED } from '../model/hosted.ts';
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
            host: HOSTED,
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
            host: HOSTED,
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
    {
      id: 'usual-propfind-all',
      alone: true,
      when: [
        { status: [403, 405] },
        { method: 'PROPFIND' },
        { not: { sent: 'authorization' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 30,
        'method-refused': 26,
        'server-rule': 18,
        'file-permissions': 6,
        'role-missing': 6,
      },
      says: 'WebDAV is off here, or asks for a login',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_dav.html',
    },
    {
      id: 'usual-propfind-deep',
      alone: true,
      when: [
        { status: 403 },
        { method: 'PROPFIND' },
        { sent: 'authorization' },
        { any: [{ sent: 'depth', is: /infinity/i }, { not: { sent: 'depth' } }] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'server-rule': 44, 'method-refused': 16, 'role-missing': 12, 'content-rejected': 8, 'policy-denied': 6 },
      says: 'a PROPFIND of unlimited depth is off by default (DavDepthInfinity), and no Depth header means unlimited',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_dav.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [
        { status: 401 },
        { method: ['PROPFIND', 'MKCOL', 'MOVE', 'COPY', 'LOCK', 'UNLOCK', 'PROPPATCH'] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-invalid': 34, 'credentials-malformed': 8, 'tls-required': 4 },
      says: 'the first request comes without a login; some systems send Basic over HTTPS only',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_dav.html',
    },
  ],
};

export default vendor;
