import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pages-hosts',
  name: 'Cloudflare Pages and Workers, Surge, GitLab Pages, Deno Deploy',
  role: 'platform',
  present: [
    { host: 'pages.dev' },
    { host: 'workers.dev' },
    { host: 'surge.sh' },
    { host: 'gitlab.io' },
    { host: 'deno.dev' },
    { host: 'glitch.me' },
    { host: 'repl.co' },
    { host: 'replit.app' },
    { host: 'replit.dev' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-missing': 26,
        'server-rule': 20,
        'client-refused': 20,
        'ip-refused': 14,
        'role-missing': 8,
      },
      says: "mostly the page's own rules, or an access login in front of previews",
      source: 'https://developers.cloudflare.com/pages/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'gitlab.io' }],
      causes: {},
      usual: { 'object-hidden': 60, 'credentials-missing': 18, 'credentials-invalid': 5 },
      says: 'mostly nothing is published, or the pages are for members',
      source: 'https://developers.cloudflare.com/pages/',
    },
  ],
};

export default vendor;
