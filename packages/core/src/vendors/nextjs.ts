import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nextjs',
  name: 'Next.js',
  role: 'framework',
  present: [
    { header: 'x-nextjs-cache' },
    { header: 'x-powered-by', is: 'Next.js' },
    { text: /invalid server actions request/ },
    { path: '/_next/' },
  ],
  refusals: [
    {
      id: 'server-actions',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid Server Actions request.' },
            { text: /'?x-forwarded-host'? header with value .{1,120} does not match '?origin'? header/ },
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
      id: 'dev-origin',
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
  ],
};

export default vendor;
