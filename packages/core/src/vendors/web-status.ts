import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'web-status',
  name: "A web server's status pages",
  role: 'web-server',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-server-status',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:server-status|server-info|balancer-manager|ldap-status|perl-status)(?:[/?]|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'ip-refused': 60, 'server-rule': 22, 'credentials-missing': 6, 'proxy-refused': 3 },
      says: 'the status page is open to the machine itself only (Require local)',
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_status.html',
    },
    {
      id: 'usual-stub-status',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:nginx[_-]?status|stub_status|basic_status|nginx-health|vts|status\/format\/json)(?:[/?]|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'ip-refused': 60, 'server-rule': 20, 'credentials-missing': 5, 'proxy-refused': 4 },
      says: 'the status page allows the addresses of its allow lines only',
      source: 'https://nginx.org/en/docs/http/ngx_http_stub_status_module.html',
    },
    {
      id: 'usual-fpm-status',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:fpm[-_]?status|php[-_]?fpm[-_]?status|fpm-ping|phpfpm|apc\.php|opcache\.php|opcache)(?:[/?]|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'ip-refused': 48, 'server-rule': 26, 'file-permissions': 12, 'feature-unavailable': 4 },
      says: 'the status of PHP is allowed for local addresses, and pm.status_path must be listed in security.limit_extensions',
      source: 'https://www.php.net/manual/en/fpm.status.php',
    },
    {
      id: 'usual-haproxy-stats',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:haproxy\?stats|haproxy-status|haproxy_stats|stats;csv|haproxy\/stats)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 20, 'ip-refused': 20, 'server-rule': 6 },
      says: 'the page of statistics asks for the user and password of its stats auth line',
      source: 'https://docs.haproxy.org/2.8/configuration.html#4-stats%20auth',
    },
    {
      id: 'usual-phpinfo',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:webalizer|awstats|munin|cacti|xampp|dashboard\/phpinfo\.php|pma|myadmin|mysqladmin|phppgadmin|webgrind|cgi-bin\/awstats\.pl)(?:[/?]|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'ip-refused': 55,
        'server-rule': 20,
        'credentials-missing': 8,
        'file-permissions': 5,
        'directory-listing': 4,
      },
      says: 'tools for administrators are open to the machine itself or the local network only',
      source: 'https://munin.readthedocs.io/en/latest/example/webserver/apache-virtualhost.html',
    },
  ],
};

export default vendor;
