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
  ],
};

export default vendor;
