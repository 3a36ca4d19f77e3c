import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'js-meta',
  name: 'SvelteKit / Next.js / Nuxt / Remix / Astro',
  role: 'framework',
  present: [
    { header: 'x-sveltekit-page' },
    { header: 'x-nextjs-cache' },
    { header: 'x-powered-by', is: 'Next.js' },
    { header: 'x-powered-by', is: 'Nuxt' },
    { cookie: 'next-auth.' },
    { cookie: '__Secure-next-auth.' },
    { text: /cross-site (?:post|put|patch|delete) form submissions are forbidden|invalid server actions request/ },
  ],
  refusals: [
    {
      id: 'form-cross-site',
      alone: true,
      when: [{ text: /cross-site (?:post|put|patch|delete) form submissions are forbidden/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "a form came whose Origin is not the site's own as the server knows it",
      fix: { who: 'server-admin', text: 'behind a proxy set ORIGIN, or the protocol and host headers of the adapter' },
      source: 'https://github.com/sveltejs/kit/blob/main/packages/kit/src/runtime/server/respond.js',
    },
    {
      id: 'server-actions',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid Server Actions request.' },
            { text: /`?x-forwarded-host`? header with value .{1,120} does not match `?origin`? header/ },
          ],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'Next.js: the Origin of a server action does not match X-Forwarded-Host or Host',
      fix: {
        who: 'server-admin',
        text: 'let the proxy pass the public host, or list it in serverActions.allowedOrigins',
      },
      source: 'https://github.com/vercel/next.js/blob/canary/packages/next/src/server/app-render/action-handler.ts',
    },
    {
      id: 'next-dev-origin',
      alone: true,
      when: [{ text: /blocked cross-origin request from .{1,120} to \/_next/ }],
      causes: { 'origin-rejected': 'suggests' },
      says: 'Next.js in development refuses assets for another origin',
      source: 'https://nextjs.org/docs/app/api-reference/config/next-config-js/allowedDevOrigins',
    },
    {
      id: 'image-host',
      alone: true,
      when: [{ text: /"url" parameter is not allowed/ }],
      causes: { 'server-rule': 'proves' },
      says: "the Next.js image optimizer does not know the picture's host",
      fix: { who: 'server-admin', text: 'add the host to images.remotePatterns' },
      source: 'https://nextjs.org/docs/messages/next-image-unconfigured-host',
    },
    {
      id: 'authjs-csrf',
      alone: true,
      when: [{ any: [{ text: 'MissingCSRF' }, { text: /csrf token was missing during an action/ }] }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'Auth.js: the CSRF token is absent or not that of the cookie',
      source: 'https://authjs.dev/reference/core/errors#missingcsrf',
    },
  ],
};

export default vendor;
