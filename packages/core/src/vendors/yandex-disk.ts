import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yandex-disk',
  name: 'Yandex Disk downloads',
  role: 'storage',
  present: [{ host: 'downloader.disk.yandex.ru' }, { host: 'downloader.disk.yandex.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-expired': 56, 'rate-limited': 16, 'ip-refused': 10, 'client-refused': 6 },
      says: 'mostly a download address past its time',
      source: 'https://yandex.com/dev/disk-api/',
    },
  ],
};

export default vendor;
