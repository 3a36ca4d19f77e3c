import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'caddy',
  name: 'Caddy',
  role: 'web-server',
  present: [{ header: 'server', is: /^caddy/i }],
  refusals: [
    {
      id: 'bare',
      when: [
        { status: 403 },
        { header: 'server', is: /^caddy/i },
        { header: 'content-length', is: /^0$/i },
        { method: ['GET', 'HEAD'] },
      ],
      causes: { 'file-permissions': 'suggests', 'server-rule': 'hints', 'ip-refused': 'hints' },
      says: "Caddy's file server could not read the file, or a respond rule refuses this path",
      source: 'https://caddyserver.com/docs/caddyfile/directives/file_server',
    },
    {
      id: 'usual-read',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { header: 'server', is: /^caddy/i },
        { not: { header: 'content-length', is: /^0$/ } },
      ],
      causes: {},
      usual: {
        'file-permissions': 44,
        'server-rule': 16,
        'ip-refused': 12,
        'origin-rejected': 8,
        'proxy-refused': 6,
        'directory-listing': 4,
      },
      says: 'the caddy user cannot search a folder above the root, often a home folder',
      source: 'https://caddyserver.com/docs/caddyfile/directives/file_server',
    },
    {
      id: 'usual-write',
      when: [{ status: 403 }, { not: { method: ['GET', 'HEAD'] } }, { header: 'server', is: /^caddy/i }],
      causes: {},
      usual: {
        'origin-rejected': 24,
        'server-rule': 18,
        'ip-refused': 14,
        'csrf-missing': 14,
        'proxy-refused': 8,
        'method-refused': 6,
        'role-missing': 5,
      },
      says: 'what stands behind the proxy refuses the write, or a matcher of the site does',
      source: 'https://caddyserver.com/docs/caddyfile/directives/reverse_proxy',
    },
    {
      id: 'usual-login',
      when: [{ status: 401 }, { header: 'server', is: /^caddy/i }],
      causes: {},
      usual: {
        'credentials-missing': 42,
        'credentials-invalid': 34,
        'credentials-expired': 6,
        'credentials-malformed': 4,
      },
      says: 'basic_auth or forward_auth asks for a login',
      source: 'https://caddyserver.com/docs/caddyfile/directives/basic_auth',
    },
    {
      id: 'usual-admin-api',
      alone: true,
      when: [
        { status: 403 },
        { port: 2019 },
        { path: /^\/(?:config|load|stop|id|adapt|pki|reverse_proxy\/upstreams)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'host-rejected': 45, 'origin-rejected': 38, 'ip-refused': 7, 'credentials-missing': 3 },
      says: 'the admin API answers only to the host names and origins of its list',
      source: 'https://caddyserver.com/docs/api',
    },
  ],
};

export default vendor;
