import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dokuwiki',
  name: 'DokuWiki',
  role: 'cms',
  present: [{ cookie: 'DokuWiki' }, { cookie: /^dw[0-9a-f]{32}$/ }, { header: 'x-dokuwiki-do' }],
  refusals: [
    {
      id: 'usual-page',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,60}\/)?doku\.php(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'role-missing': 44,
        'credentials-missing': 28,
        'credentials-expired': 8,
        'content-rejected': 6,
        'ip-refused': 4,
      },
      says: 'the access list of the namespace asks for a user with the right',
      source: 'https://www.dokuwiki.org/acl',
    },
    {
      id: 'usual-media',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?(?:lib\/exe\/(?:fetch|detail|mediamanager)\.php|_media\/)/ },
      ],
      causes: {},
      usual: {
        'role-missing': 30,
        'credentials-missing': 20,
        'credentials-invalid': 16,
        'server-rule': 10,
        'object-hidden': 10,
        'file-permissions': 4,
      },
      says: 'the access list covers the medium, or the tok of a resized image does not fit',
      source: 'https://www.dokuwiki.org/acl',
    },
    {
      id: 'usual-data',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:data\/(?:pages|media|meta|media_meta|attic|media_attic)\/|conf\/(?:local|acl\.auth|users\.auth|dokuwiki)\.php)/,
        },
      ],
      causes: {},
      usual: { 'server-rule': 66, 'file-permissions': 8, 'directory-listing': 6, 'content-rejected': 3 },
      says: 'the folders of pages and configuration are closed by a rule',
      source: 'https://www.dokuwiki.org/security',
    },
    {
      id: 'usual-xmlrpc',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,60}\/)?lib\/exe\/(?:xmlrpc|jsonrpc)\.php/ }],
      causes: {},
      usual: {
        'feature-unavailable': 30,
        'credentials-missing': 24,
        'role-missing': 22,
        'credentials-invalid': 14,
        'server-rule': 4,
      },
      says: 'the remote API is off, or the user is not in its list',
      source: 'https://www.dokuwiki.org/devel:remoteapi',
    },
  ],
};

export default vendor;
