import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vite',
  name: 'Vite',
  role: 'dev-server',
  present: [
    { text: /blocked request\. this host|outside of vite serving allow list/ },
    { path: '/@vite/' },
    { path: '/@fs/' },
  ],
  refusals: [
    {
      id: 'allowed-hosts',
      alone: true,
      when: [{ text: /blocked request\. this host \(.{0,200}\) is not allowed|this host \(.{0,200}\) is not allowed/ }],
      causes: { 'host-rejected': 'proves' },
      says: 'Vite does not know this Host',
      fix: { who: 'api-owner', text: 'add the name to server.allowedHosts (or preview.allowedHosts) in vite.config' },
      source: 'https://github.com/vitejs/vite/blob/main/packages/vite/src/node/server/middlewares/hostCheck.ts',
    },
    {
      id: 'serving-allow-list',
      alone: true,
      when: [{ text: 'outside of Vite serving allow list' }],
      causes: { 'server-rule': 'proves', 'file-permissions': 'hints' },
      says: 'the file lies outside server.fs.allow',
      fix: { who: 'api-owner', text: 'add its folder to server.fs.allow' },
      source: 'https://github.com/vitejs/vite/blob/main/packages/vite/src/node/server/middlewares/static.ts',
    },
  ],
};

export default vendor;
