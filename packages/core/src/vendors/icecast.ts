import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'icecast',
  name: 'Icecast and SHOUTcast',
  role: 'app',
  present: [{ header: 'server', is: /^icecast/i }, { header: 'icy-notice1' }, { header: 'icy-name' }],
  refusals: [
    {
      id: 'usual-source',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['PUT', 'SOURCE'] },
        { path: /^\/[^?]{1,80}/ },
        { sent: 'content-type', is: /audio|ogg|video\/webm/i },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'not-owner': 24, 'credentials-missing': 10, 'rate-limited': 4 },
      says: 'the password of the source is wrong, or the mount point is taken',
      source: 'https://icecast.org/docs/icecast-2.4.1/config-file.html',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/admin\/(?:stats|listclients|listmounts|metadata|moveclients|killclient|killsource|updatemetadata|stats\.xml|listmounts\.xsl)/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 42, 'role-missing': 4 },
      says: 'the user admin, or the source for its own mount, and its password are asked for',
      source: 'https://icecast.org/docs/icecast-2.4.1/config-file.html',
    },
    {
      id: 'usual-listen',
      when: [
        { status: [401, 403] },
        { method: 'GET' },
        { not: { path: /^\/admin/ } },
        { header: 'server', is: /^icecast/i },
      ],
      causes: {},
      usual: { 'credentials-missing': 28, 'rate-limited': 24, 'client-refused': 18, 'ip-refused': 16 },
      says: 'too many listeners, a mount for listeners with a login, or a relay that refuses',
      source: 'https://icecast.org/docs/icecast-2.4.1/config-file.html',
    },
  ],
};

export default vendor;
