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
  ],
};

export default vendor;
