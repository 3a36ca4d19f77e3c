import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'web-folders',
  name: "A web server's folders",
  role: 'web-server',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-images',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,200}\/)?(?:images?|img|icons|css|js|fonts|media|photos|gallery|pics)\/(?:\?|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'directory-listing': 55,
        'server-rule': 18,
        'file-permissions': 12,
        'ip-refused': 5,
        'client-refused': 2,
      },
      says: 'a folder of images or styles has no index file, and listing is off',
      source: 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html',
    },
    {
      id: 'usual-uploads',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,200}\/)?(?:uploads|storage|attachments|userfiles|documents|pub|shared|data)\/(?:\?|$)/ },
        { not: { path: /\/wp-content\// } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'directory-listing': 50,
        'file-permissions': 16,
        'server-rule': 16,
        'ip-refused': 6,
        'credentials-missing': 3,
      },
      says: 'a folder of uploads has no index file, and listing is off',
      source: 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html',
    },
    {
      id: 'usual-backup',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,200}\/)?(?:backups?|old|dump|logs?|tmp|temp|cache|private|secret|includes?|inc|vendor|node_modules|lib|src)\/(?:\?|$)/,
        },
        { not: { path: /\/(?:wp-includes|wp-content)\// } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 42,
        'directory-listing': 34,
        'file-permissions': 8,
        'ip-refused': 6,
        'content-rejected': 5,
      },
      says: 'a folder that is not for visitors is closed by a rule, or has no index',
      source: 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html',
    },
    {
      id: 'usual-cgi-bin',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/cgi-bin\/?(?:\?|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 36,
        'directory-listing': 34,
        'file-permissions': 14,
        'content-rejected': 6,
        'ip-refused': 4,
      },
      says: 'the folder of CGI programs lists nothing, and only its programs may be run',
      source: 'https://httpd.apache.org/docs/2.4/howto/cgi.html',
    },
    {
      id: 'usual-cgi-program',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/cgi-bin\/[^?/]{1,80}\.(?:cgi|pl|py|sh)(?:[?/]|$)/ },
        { not: { header: 'server', is: /^lighttpd/i } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 44,
        'server-rule': 30,
        'ip-refused': 7,
        'credentials-missing': 6,
        'content-rejected': 5,
      },
      says: 'the program is not executable for the worker, or ExecCGI is off for its folder',
      source: 'https://httpd.apache.org/docs/2.4/howto/cgi.html',
    },
    {
      id: 'usual-user-folder',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/~[a-z][^/?]{0,40}(?:\/|$|\?)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'file-permissions': 60, 'directory-listing': 18, 'server-rule': 9, 'object-hidden': 4 },
      says: 'the home folder or its public_html cannot be searched by the worker',
      source: 'https://httpd.apache.org/docs/2.4/howto/public_html.html',
    },
  ],
};

export default vendor;
