import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bokeh',
  name: 'Bokeh',
  role: 'framework',
  present: [{ text: 'refusing websocket connection from origin' }],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ text: /refusing websocket connection from origin/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'Bokeh: the Origin is not allowed',
      fix: { who: 'server-admin', text: 'start it with --allow-websocket-origin=<host>' },
      source: 'https://docs.bokeh.org/en/latest/docs/user_guide/server/deploy.html',
    },
  ],
};

export default vendor;
