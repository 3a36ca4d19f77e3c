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
  ],
};

export default vendor;
