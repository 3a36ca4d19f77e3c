import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'web-files',
  name: "A web server's files",
  role: 'web-server',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-libraries',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,120}\/)?(?:vendor|node_modules|bower_components)\/[^?]{1,200}/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 52,
        'file-permissions': 16,
        'content-rejected': 14,
        'directory-listing': 3,
        'object-hidden': 3,
      },
      says: 'folders of libraries are closed by a rule',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-script',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,200}\/)?(?:config|configuration|settings|db|database|install|setup|phpinfo|info|test|shell|eval-stdin|wp-config|upgrade|adminer)\.php(?:[._?~]|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 42,
        'content-rejected': 22,
        'ip-refused': 10,
        'client-refused': 7,
        'file-permissions': 6,
        'role-missing': 4,
      },
      says: 'scripts for setup or configuration are closed by a rule or by a firewall',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-backup',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/[^?]{0,200}\.(?:bak|old|orig|swp|sql|sql\.gz|sqlite3?|db|mdb|log|inc|ini|cfg|conf|yml|yaml|toml|lock|dist|pem|key|p12|pfx)(?:\?|$)/,
        },
        { not: { header: 'server', is: /^lite?speed|^lighttpd/i } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 46,
        'content-rejected': 22,
        'file-permissions': 9,
        'ip-refused': 6,
        'client-refused': 5,
        'credentials-missing': 2,
      },
      says: 'files of this kind are closed by a rule of the server or by a firewall',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-archive',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/[^?]{0,300}\.(?:iso|img|zip|tar|tgz|tar\.[gx]z|tar\.bz2|gz|xz|7z|rar|rpm|deb|msi|exe|dmg|apk|pkg|jar|war|bin|run|whl)$/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            any: [{ header: 'x-amz-request-id' }, { header: 'x-ms-request-id' }, { header: 'x-guploader-uploadid' }],
          },
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'client-refused': 20,
        'object-hidden': 12,
        'file-permissions': 10,
        'rate-limited': 8,
        'origin-rejected': 8,
        'server-rule': 7,
        'ip-refused': 5,
        'credentials-missing': 4,
      },
      says: 'downloads are refused to unknown clients, for a link that has gone, or for a file that the worker cannot read',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-archive-signed',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/[^?]{0,300}\.(?:iso|zip|tar|tgz|gz|7z|rar|exe|dmg|apk|pkg|jar|bin|mp4|mkv|mp3|m4a|pdf)\?[^#]{0,400}(?:token|sig|signature|hash|md5|expires?|exp|key|e|st|auth|secure)=/,
        },
        {
          not: {
            any: [{ header: 'x-amz-request-id' }, { header: 'x-ms-request-id' }, { header: 'x-guploader-uploadid' }],
          },
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 26,
        'ip-refused': 11,
        'client-refused': 6,
        'origin-rejected': 4,
        'rate-limited': 3,
      },
      says: 'a signed link is used after its time, from another address than it was made for, or with a changed query',
      source: 'https://nginx.org/en/docs/http/ngx_http_secure_link_module.html',
    },
    {
      id: 'usual-media',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.(?:mp4|m4v|mkv|webm|avi|mov|mp3|ogg|flac|wav|aac|m4a|m3u8|mpd|ts|m4s)$/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'origin-rejected': 34,
        'client-refused': 19,
        'credentials-expired': 14,
        'file-permissions': 10,
        'ip-refused': 9,
        'credentials-invalid': 5,
        'credentials-missing': 3,
      },
      says: 'media are guarded against embedding by the Referer, against programs, or by a link with a time',
      source: 'https://nginx.org/en/docs/http/ngx_http_referer_module.html',
    },
    {
      id: 'usual-image-foreign',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico)(?:\?|$)/ },
        { sent: 'referer' },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'origin-rejected': 50,
        'client-refused': 13,
        'file-permissions': 12,
        'server-rule': 7,
        'ip-refused': 5,
        'credentials-expired': 4,
      },
      says: 'images are kept from pages of others by the Referer',
      source: 'https://nginx.org/en/docs/http/ngx_http_referer_module.html',
    },
    {
      id: 'usual-image',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|ico)$/ },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        { not: { sent: 'referer' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 28,
        'origin-rejected': 25,
        'client-refused': 20,
        'server-rule': 8,
        'ip-refused': 6,
        'object-hidden': 4,
        'credentials-expired': 2,
      },
      says: 'the worker cannot read the image, or the server asks for a Referer of its own or a browser',
      source: 'https://nginx.org/en/docs/http/ngx_http_referer_module.html',
    },
    {
      id: 'usual-asset',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.(?:css|js|mjs|map|woff2?|ttf|eot|otf)(?:\?[^#]{0,200})?$/ },
        { not: { path: /\/(?:wp-content|wp-includes)\// } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 44,
        'server-rule': 20,
        'origin-rejected': 9,
        'client-refused': 8,
        'ip-refused': 6,
        'content-rejected': 4,
        'object-hidden': 2,
      },
      says: 'the worker cannot read styles or scripts after a deployment, or a rule closes their folder',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-feed',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,200}\/)?(?:feed\/?|rss|atom|rss\.xml|atom\.xml|feed\.xml|index\.xml|feed\.json)(?:\?[^#]{0,200})?$/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'client-refused': 60,
        'ip-refused': 8,
        'server-rule': 8,
        'content-rejected': 6,
        'rate-limited': 5,
        'credentials-missing': 4,
      },
      says: 'feed readers are taken for bots by the protection of the site',
      source: 'https://developers.cloudflare.com/bots/concepts/bot/',
    },
    {
      id: 'usual-sitemap',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,120}\/)?(?:sitemap[^/?]{0,60}\.xml(?:\.gz)?|robots\.txt|ads\.txt|llms\.txt|humans\.txt|favicon\.ico)(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'client-refused': 42,
        'file-permissions': 15,
        'server-rule': 14,
        'ip-refused': 11,
        'content-rejected': 6,
        'rate-limited': 3,
      },
      says: 'crawlers are turned away by bot protection, or the worker cannot read the file',
      source: 'https://developers.google.com/search/docs/crawling-indexing/sitemaps/build-sitemap',
    },
    {
      id: 'usual-document',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.(?:pdf|docx?|xlsx?|pptx?|csv|epub|ics|vcf|kml|geojson)$/ },
        { not: { path: /\/(?:private|reports)\// } },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'client-refused': 28,
        'file-permissions': 20,
        'origin-rejected': 12,
        'server-rule': 10,
        'ip-refused': 9,
        'object-hidden': 8,
        'credentials-missing': 6,
      },
      says: 'programs are turned away by bot protection, or the worker cannot read the document',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?.]{0,200}\/)?[^/?.]{1,120}\.html?$/ },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 42,
        'client-refused': 18,
        'server-rule': 15,
        'ip-refused': 9,
        'content-rejected': 5,
        'directory-listing': 2,
      },
      says: 'the worker cannot read the file or one of the folders above it',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-path-info',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{0,300}\.php\/[^?]/ },
        { not: { path: /\/(?:index|remote|public|status|ocs|cron)\.php\// } },
        { not: { header: 'x-redirect-by' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'server-rule': 40, 'file-permissions': 18, 'content-rejected': 10, 'ip-refused': 7, 'role-missing': 6 },
      says: 'security.limit_extensions refuses names that do not end in .php, or path info is cut off',
      source: 'https://www.php.net/manual/en/install.fpm.configuration.php',
    },
  ],
};

export default vendor;
