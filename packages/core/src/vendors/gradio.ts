import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gradio',
  name: 'Gradio',
  role: 'framework',
  present: [{ text: /file not allowed: / }, { path: '/gradio_api/' }],
  refusals: [
    {
      id: 'file',
      alone: true,
      when: [{ text: /file not allowed: / }],
      causes: { 'server-rule': 'proves', 'file-permissions': 'hints' },
      says: 'Gradio: the file lies outside the allowed paths',
      fix: { who: 'api-owner', text: 'pass its folder as allowed_paths to launch()' },
      source: 'https://github.com/gradio-app/gradio/blob/main/gradio/routes.py',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:gradio_api\/)?(?:queue\/(?:join|data)|run\/predict|call\/|api\/predict|config(?:\?|$)|upload(?:\?|$)|info(?:\?|$))/,
        },
        { any: [{ path: /^\/(?:gradio_api\/|queue\/join|queue\/data|run\/predict|api\/predict)/ }, { port: 7860 }] },
      ],
      causes: {},
      usual: { 'credentials-missing': 50, 'credentials-expired': 14, 'credentials-invalid': 12, 'origin-rejected': 8 },
      says: 'auth is on: the cookie of /login is missing',
      source: 'https://www.gradio.app/guides/sharing-your-app',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: [401, 400] }, { method: 'POST' }, { port: 7860 }, { path: '/login' }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'origin-rejected': 10, 'credentials-missing': 6 },
      says: 'user name or password is wrong, or cookies are kept back in a frame',
      source: 'https://www.gradio.app/guides/sharing-your-app',
    },
  ],
};

export default vendor;
