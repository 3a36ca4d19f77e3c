import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'solana-rpc',
  name: 'Public RPC nodes',
  role: 'api',
  present: [
    { host: /^api\.(mainnet-beta|devnet|testnet)\.solana\.com$/ },
    { host: 'publicnode.com' },
    { host: 'llamarpc.com' },
    { host: 'cloudflare-eth.com' },
    { host: 'bsc-dataseed.bnbchain.org' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'ip-refused': 38, 'rate-limited': 30, 'origin-rejected': 12, 'client-refused': 8, 'method-refused': 4 },
      says: 'mostly too many requests, or the origin of a web page; public nodes are not for production',
      source: 'https://solana.com/docs/references/clusters',
    },
  ],
};

export default vendor;
