import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mediawiki',
  name: 'MediaWiki',
  role: 'cms',
  present: [{ cookie: /^(?:mw|wiki)_?(?:[a-z]{1,20}_)?session$/ }],
  refusals: [
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?index\.php\?(?:[^#]{0,200}&)?title=/ },
      ],
      causes: {},
      usual: {
        'client-refused': 27,
        'content-rejected': 18,
        'ip-refused': 16,
        'server-rule': 12,
        'role-missing': 12,
        'rate-limited': 7,
      },
      says: 'bot protection or a firewall stands before the wiki, or reading needs an account',
      source: 'https://www.mediawiki.org/wiki/Manual:Preventing_access',
    },
    {
      id: 'usual-edit',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,60}\/)?index\.php\?(?:[^#]{0,200}&)?(?:action=(?:submit|edit)|title=)/ },
      ],
      causes: {},
      usual: {
        'content-rejected': 48,
        'ip-refused': 14,
        'client-refused': 12,
        'csrf-invalid': 8,
        'role-missing': 8,
        'rate-limited': 3,
      },
      says: 'a firewall reads the text of the edit and refuses it',
      source: 'https://www.mediawiki.org/wiki/Manual:Preventing_access',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,60}\/)?api\.php\?/ }],
      causes: {},
      usual: {
        'client-refused': 34,
        'ip-refused': 17,
        'content-rejected': 12,
        'rate-limited': 10,
        'credentials-missing': 10,
        'role-missing': 7,
      },
      says: 'programs without a telling User-Agent are refused, or the API is closed to visitors',
      source: 'https://www.mediawiki.org/wiki/API:Etiquette',
    },
    {
      id: 'usual-images',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:img_auth\.php\/|thumb\.php|images\/(?:thumb\/|archive\/|deleted\/)?[0-9a-f]\/[0-9a-f]{2}\/)/,
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 30,
        'server-rule': 20,
        'role-missing': 18,
        'origin-rejected': 12,
        'credentials-missing': 8,
        'object-hidden': 4,
      },
      says: 'the folder of images is not readable, or img_auth.php asks for the right to read',
      source: 'https://www.mediawiki.org/wiki/Manual:Image_authorization',
    },
  ],
};

export default vendor;
