import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'object-storages',
  name: 'OVH, IONOS, Storj, IDrive, Exoscale, Contabo object storage',
  role: 'storage',
  present: [
    { host: 'contabostorage.com' },
    { host: 'exo.io' },
    { host: 'ionoscloud.com' },
    { host: 'idrivee2.com' },
    { host: 'storjshare.io' },
    { host: 'cloud.ovh.net' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { path: /[?&]X-Amz-Signature=/ } }],
      causes: {},
      usual: { 'role-missing': 28, 'object-hidden': 24, 'credentials-invalid': 20, 'credentials-missing': 16 },
      says: 'mostly a private or absent object',
      source: 'https://docs.exoscale.com/product/storage/object-storage/',
    },
    {
      id: 'usual-403-sos-ch-gva-2',
      when: [{ status: 403 }, { path: /[?&]X-Amz-Signature=/ }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 38, 'object-hidden': 8 },
      says: 'mostly a signed address past its time, or signed for another host',
      source: 'https://docs.exoscale.com/product/storage/object-storage/',
    },
  ],
};

export default vendor;
