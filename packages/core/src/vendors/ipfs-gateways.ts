import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ipfs-gateways',
  name: 'IPFS gateways and Arweave',
  role: 'storage',
  present: [
    { host: 'ipfs.io' },
    { host: 'dweb.link' },
    { host: 'mypinata.cloud' },
    { host: 'pinata.cloud' },
    { host: 'nftstorage.link' },
    { host: 'arweave.net' },
    { host: 'w3s.link' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'mypinata.cloud' }],
      causes: {},
      usual: { 'credentials-missing': 34, 'origin-rejected': 24, 'policy-denied': 16, 'ip-refused': 8 },
      says: "mostly the gateway's access control: a token or host is required",
      source: 'https://docs.pinata.cloud/gateways/gateway-access-controls',
    },
    {
      id: 'usual-410',
      when: [{ status: 410 }, { any: [{ host: 'ipfs.io' }, { host: 'dweb.link' }] }],
      causes: {},
      usual: { 'policy-denied': 78, 'object-hidden': 10 },
      says: 'the content is blocked at this gateway',
      source: 'https://docs.pinata.cloud/gateways/gateway-access-controls',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'pinata.cloud' }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 24, 'credentials-malformed': 8 },
      says: 'mostly a wrong key or JWT',
      source: 'https://docs.pinata.cloud/gateways/gateway-access-controls',
    },
  ],
};

export default vendor;
