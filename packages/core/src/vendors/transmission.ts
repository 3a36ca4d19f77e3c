import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'transmission',
  name: 'Transmission',
  role: 'app',
  present: [
    { header: 'x-transmission-session-id' },
    { header: 'server', is: 'Transmission' },
    { text: /x-transmission-session-id|rpc-whitelist|transmission/ },
  ],
  refusals: [
    {
      id: 'session-id',
      alone: true,
      when: [
        { any: [{ text: 'invalid session-id header' }, { text: 'Your request had an invalid session-id header.' }] },
      ],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'hints', 'not-403': 'hints' },
      says: "no X-Transmission-Session-Id came, or an old one; the answer's own header holds the right one",
      fix: { who: 'caller', text: 'send the request again with the X-Transmission-Session-Id of this answer' },
      source: 'https://github.com/transmission/transmission/blob/main/libtransmission/rpc-server.cc',
    },
    {
      id: 'ip-whitelist',
      alone: true,
      when: [{ text: 'Unauthorized IP Address' }],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not on rpc-whitelist',
      fix: {
        who: 'server-admin',
        text: 'add the address to rpc-whitelist in settings.json, while the daemon is stopped',
      },
      source: 'https://github.com/transmission/transmission/blob/main/libtransmission/rpc-server.cc',
    },
    {
      id: 'host-whitelist',
      alone: true,
      when: [
        {
          any: [
            { text: 'rpc-host-whitelist' },
            { text: 'Transmission received your request, but the hostname was unrecognized.' },
          ],
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not on rpc-host-whitelist',
      fix: {
        who: 'server-admin',
        text: 'add the name to rpc-host-whitelist in settings.json, while the daemon is stopped',
      },
      source: 'https://github.com/transmission/transmission/blob/main/libtransmission/rpc-server.cc',
    },
    {
      id: 'brute-force',
      alone: true,
      when: [{ text: 'Too many unsuccessful login attempts. Please restart transmission-daemon.' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many failed logins',
      source: 'https://github.com/transmission/transmission/blob/main/libtransmission/rpc-server.cc',
    },
    {
      id: 'usual-rpc-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/transmission(?:\/rpc|\/web|\/|$)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 30, 'ip-refused': 28, 'host-rejected': 18, 'csrf-missing': 6 },
      says: '401 is rpc-authentication-required; 403 is rpc-whitelist, and 421 the host name',
      source: 'https://github.com/transmission/transmission/blob/main/docs/Editing-Configuration-Files.md',
    },
    {
      id: 'usual-rpc-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/transmission(?:\/rpc|\/web|\/|$)/ }, { sent: 'authorization' }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'rate-limited': 10, 'credentials-malformed': 4 },
      says: 'the password is wrong: settings.json keeps its hash, and the daemon overwrites edits made while it runs',
      source: 'https://github.com/transmission/transmission/blob/main/docs/Editing-Configuration-Files.md',
    },
    {
      id: 'usual-rpc-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/transmission(?:\/rpc|\/web|\/|$)/ }, { sent: 'authorization' }],
      causes: {},
      usual: { 'ip-refused': 60, 'host-rejected': 14, 'rate-limited': 10 },
      says: 'the address is not in rpc-whitelist, or too many logins failed',
      source: 'https://github.com/transmission/transmission/blob/main/docs/Editing-Configuration-Files.md',
    },
  ],
};

export default vendor;
