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
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { port: 32400 },
        {
          path: /^\/(?:library\/|status\/sessions|identity|:\/|playlists|hubs|transcode|accounts|clients|video\/|photo\/)/,
        },
        { not: { sent: 'x-plex-token' } },
        { not: { path: /[?&]X-Plex-Token=/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 70, 'ip-refused': 8, 'credentials-expired': 3 },
      says: 'X-Plex-Token is missing',
      source: 'https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 32400 },
        { any: [{ sent: 'x-plex-token' }, { path: /[?&]X-Plex-Token=/ }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'not-owner': 20,
        'credentials-expired': 12,
        'ip-refused': 6,
        'role-missing': 5,
      },
      says: 'the token is of another account or was ended, or the server is not shared with it',
      source: 'https://support.plex.tv/articles/204059436-finding-an-authentication-token-x-plex-token/',
    },
    {
      id: 'usual-claim',
      alone: true,
      when: [{ status: [401, 403] }, { method: ['GET', 'HEAD'] }, { port: 32400 }, { path: /^\/(?:web|$|\?|manage)/ }],
      causes: {},
      usual: { 'ip-refused': 54, 'credentials-missing': 16, 'credentials-invalid': 8, 'origin-rejected': 4 },
      says: 'a server that is not claimed answers the local network only',
      source: 'https://support.plex.tv/articles/200288586-installation/',
    },
    {
      id: 'usual-jellyfin-anonymous',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:jellyfin\/|emby\/)?(?:Items|Sessions|System\/(?:Info|Configuration|Logs)|Library\/(?:VirtualFolders|Refresh|MediaFolders)|Users\/[0-9a-f]{32}|Shows|Videos\/[0-9a-f]{32}|ScheduledTasks|LiveTv)(?:[/?]|$)/,
        },
        { not: { sent: 'authorization' } },
        {
          not: { any: [{ sent: 'x-emby-token' }, { sent: 'x-emby-authorization' }, { sent: 'x-mediabrowser-token' }] },
        },
        { not: { path: /[?&](?:api_key|ApiKey)=/ } },
        { not: { path: /^\/Users\/AuthenticateByName/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 72, 'credentials-expired': 6, 'credentials-malformed': 4 },
      says: 'no token came: Authorization: MediaBrowser Token="…" or api_key',
      source: 'https://jellyfin.org/docs/general/networking/',
    },
    {
      id: 'usual-jellyfin-token',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:jellyfin\/|emby\/)?(?:Items|Sessions|System\/(?:Info|Configuration|Logs)|Library\/(?:VirtualFolders|Refresh|MediaFolders)|Users\/[0-9a-f]{32}|Shows|Videos\/[0-9a-f]{32}|ScheduledTasks|LiveTv)(?:[/?]|$)/,
        },
        {
          any: [
            { sent: 'authorization' },
            { sent: 'x-emby-token' },
            { sent: 'x-mediabrowser-token' },
            { path: /[?&](?:api_key|ApiKey)=/ },
          ],
        },
        { not: { path: /^\/Users\/AuthenticateByName/ } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'role-missing': 26,
        'credentials-expired': 14,
        'credentials-malformed': 8,
        'ip-refused': 3,
      },
      says: 'the token was ended, the key is wrong, or the user is no administrator',
      source: 'https://jellyfin.org/docs/general/networking/',
    },
    {
      id: 'usual-jellyfin-login',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        { path: /^\/(?:jellyfin\/|emby\/)?Users\/AuthenticateByName/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 56, 'ip-refused': 12, 'rate-limited': 12, 'credentials-malformed': 6 },
      says: 'the name or password is wrong, the user is locked, or may not log in from outside',
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
