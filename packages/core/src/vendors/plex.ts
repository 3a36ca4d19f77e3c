import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'plex',
  name: 'Plex / Jellyfin / Emby',
  role: 'app',
  present: [
    { header: 'x-plex-protocol' },
    { header: 'x-application', is: 'Jellyfin' },
    { header: 'x-plex-content-original-length' },
    { sent: 'x-emby-token' },
    { sent: 'x-emby-authorization' },
    { path: '/Users/AuthenticateByName' },
    { path: '/video/:/transcode' },
    { host: 'plex.tv' },
  ],
  refusals: [
    {
      id: 'plex-unauthorized',
      when: [{ status: [401, 403] }, { header: 'x-plex-protocol' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests', 'ip-refused': 'hints' },
      says: 'no X-Plex-Token came, or one without access to this server',
      source: 'https://support.plex.tv/articles/200890058-authentication-for-local-network-access/',
    },
    {
      id: 'jellyfin-forbidden',
      when: [
        { status: 403 },
        {
          any: [
            { header: 'x-application', is: 'Jellyfin' },
            { sent: 'x-emby-token' },
            { sent: 'x-emby-authorization' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints', 'ip-refused': 'hints' },
      says: 'Jellyfin or Emby: the user may not do this, or not from this network or at this time',
      source: 'https://jellyfin.org/docs/general/server/users/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'plex.tv' }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-invalid': 30, 'credentials-expired': 12, 'not-owner': 4 },
      says: 'mostly no X-Plex-Token or one that was signed out',
      source: 'https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/',
    },
  ],
};

export default vendor;
