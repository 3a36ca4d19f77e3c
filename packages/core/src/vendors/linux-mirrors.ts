import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'linux-mirrors',
  name: 'Linux package mirrors',
  role: 'registry',
  present: [
    { host: 'archive.ubuntu.com' },
    { host: 'security.ubuntu.com' },
    { host: 'deb.debian.org' },
    { host: 'download.fedoraproject.org' },
    { host: 'mirrors.fedoraproject.org' },
    { host: 'dl-cdn.alpinelinux.org' },
    { host: 'mirror.centos.org' },
    { host: 'download.opensuse.org' },
    { host: 'ppa.launchpadcontent.net' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'proxy-refused': 44, 'ip-refused': 20, 'object-hidden': 16, 'client-refused': 8 },
      says: 'mostly a proxy on the way, or a mirror without this file',
      source: 'https://wiki.debian.org/SourcesList',
    },
  ],
};

export default vendor;
