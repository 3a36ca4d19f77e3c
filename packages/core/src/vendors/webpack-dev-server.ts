import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webpack-dev-server',
  name: 'webpack-dev-server / Angular CLI',
  role: 'dev-server',
  present: [{ text: /cross-origin request blocked|vue-cli-service/ }, { header: 'x-powered-by', is: 'webpack' }],
  refusals: [
    {
      id: 'invalid-host',
      alone: true,
      when: [{ text: /invalid host(?:\/origin)? header\b(?! - possible)/ }, { not: { status: 400 } }],
      causes: { 'host-rejected': 'proves' },
      says: 'the dev server does not know this Host',
      fix: { who: 'api-owner', text: 'add the name to devServer.allowedHosts' },
      source: 'https://github.com/webpack/webpack-dev-server/blob/main/lib/Server.js',
    },
    {
      id: 'cross-origin',
      alone: true,
      when: [{ text: 'Cross-Origin request blocked' }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the dev server refuses a script for another site',
      source: 'https://github.com/webpack/webpack-dev-server/blob/main/lib/Server.js',
    },
  ],
};

export default vendor;
