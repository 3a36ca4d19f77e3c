import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sveltekit',
  name: 'SvelteKit',
  role: 'framework',
  present: [
    { header: 'x-sveltekit-page' },
    { text: /cross-site (?:post|put|patch|delete) form submissions are forbidden/ },
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
  ],
};

export default vendor;
