import type { Vendor } from '../model/vendor.ts';

// What it sends with every answer so that nothing keeps it: hdr_nocache of http-backend.c.
const NO_CACHE = { header: 'expires', is: 'fri, 01 jan 1980 00:00:00 gmt' } as const;
const PUSH = { path: /\/info\/refs\?service=git-receive-pack|\/git-receive-pack(?:\?|$)/ } as const;

const vendor: Vendor = {
  id: 'git-http-backend',
  name: 'git http-backend',
  role: 'source-host',
  present: [NO_CACHE],
  refusals: [
    {
      id: 'push-off',
      when: [{ status: 403 }, NO_CACHE, PUSH, { sent: 'authorization' }],
      causes: { 'feature-unavailable': 'suggests', 'role-missing': 'hints' },
      says: 'pushing is not enabled for this repository',
      fix: { who: 'server-admin', text: 'set http.receivepack to true in the configuration of this repository' },
      source: 'https://git-scm.com/docs/git-http-backend#Documentation/git-http-backend.txt-httpreceivepack',
    },
    {
      id: 'push-anonymous',
      when: [{ status: 403 }, NO_CACHE, PUSH, { not: { sent: 'authorization' } }],
      causes: { 'credentials-missing': 'suggests', 'feature-unavailable': 'hints' },
      says: 'pushing is enabled only for who is logged in',
      fix: {
        who: 'server-admin',
        text: 'let the web server ask for a login on receive-pack, for what is anonymous may only fetch',
      },
      source: 'https://git-scm.com/docs/git-http-backend#_services',
    },
  ],
};

export default vendor;
