import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'qbittorrent',
  name: 'qBittorrent',
  role: 'app',
  present: [
    { cookie: 'QBT_SID' },
    { path: '/api/v2/torrents' },
    { path: '/api/v2/auth/login' },
    { path: '/api/v2/app/' },
  ],
  refusals: [
    {
      id: 'not-logged-in',
      when: [{ status: 403 }, { path: '/api/v2/' }, { not: { path: '/api/v2/auth/login' } }, { text: /\bforbidden\b/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'suggests' },
      says: 'no SID cookie of a login came, or the session is past its time',
      fix: {
        who: 'caller',
        text: 'POST user name and password to /api/v2/auth/login with a Referer of the same host, and keep the SID cookie',
      },
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-4.1)',
    },
    {
      id: 'banned',
      when: [{ text: /your ip address has been banned after too many failed authentication attempts/ }],
      causes: { 'rate-limited': 'proves', 'ip-refused': 'hints' },
      says: 'too many failed logins from this address',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-4.1)',
    },
    {
      id: 'usual-header-check',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/api\/v2\/(?:auth\/log|app\/|torrents\/|sync\/|transfer\/|rss\/|search\/|log\/)/ },
      ],
      causes: {},
      usual: { 'origin-rejected': 40, 'host-rejected': 36, 'credentials-invalid': 8, 'credentials-missing': 5 },
      says: '401 is the check of Referer, Origin and Host: the port or name differs from the one the server sees',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-5.0)',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [
        { status: 401 },
        { method: ['GET', 'HEAD'] },
        { port: [8080, 8081, 8088, 8090, 8085, 8112, 6881] },
        {
          path: /^\/(?:(?:qbt|qbit|qbittorrent|torrents?)\/?)?(?:index\.html|login\.html|css\/|scripts\/|images\/|\?|$)/,
        },
        { text: /^\s?unauthorized\s?$/ },
      ],
      causes: {},
      usual: { 'host-rejected': 44, 'origin-rejected': 32, 'credentials-invalid': 6, 'credentials-missing': 5 },
      says: 'the name or the port in the address is not what the server sees: mostly a container with another port outside',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-5.0)',
    },
    {
      id: 'usual-session',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/api\/v2\/(?:torrents|app|sync|transfer|rss|search|log)\// },
        { sent: 'cookie' },
      ],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-invalid': 18, 'host-rejected': 5, 'origin-rejected': 5 },
      says: 'the SID is past its time, or of another host',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-5.0)',
    },
    {
      id: 'usual-no-session',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/api\/v2\/(?:torrents|app|sync|transfer|rss|search|log)\// },
        { not: { sent: 'cookie' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 66, 'credentials-expired': 10, 'credentials-malformed': 5, 'ip-refused': 4 },
      says: 'no SID cookie of a login came',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-5.0)',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: 403 }, { path: /^\/api\/v2\/auth\/login/ }],
      causes: {},
      usual: { 'credentials-invalid': 30, 'rate-limited': 26, 'ip-refused': 18, 'proxy-refused': 6 },
      says: '403 at the login comes with failed ones: the address is banned for a while',
      source: 'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-5.0)',
    },
  ],
};

export default vendor;
