import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ethereum-node',
  name: 'Ethereum nodes (geth and others)',
  role: 'app',
  present: [{ text: /^\s?(?:invalid host specified|missing token|stale token)/ }, { text: /invalid host specified/ }],
  refusals: [
    {
      id: 'vhosts',
      alone: true,
      when: [{ text: 'invalid host specified' }],
      causes: { 'host-rejected': 'proves' },
      says: "the Host is not among the node's virtual hosts",
      fix: { who: 'server-admin', text: 'start geth with --http.vhosts=<name>' },
      source: 'https://github.com/ethereum/go-ethereum/blob/master/node/rpcstack.go',
    },
    {
      id: 'engine-jwt',
      when: [{ any: [{ text: 'missing token' }, { text: 'stale token' }] }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the engine API wants a fresh JWT made with the shared secret',
      source: 'https://github.com/ethereum/go-ethereum/blob/master/node/jwt_handler.go',
    },
  ],
};

export default vendor;
