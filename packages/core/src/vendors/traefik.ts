import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'traefik',
  name: 'Traefik',
  role: 'gateway',
  present: [
    { header: 'server', is: /^traefik/i },
    { challenge: 'basic', param: 'realm', is: /^traefik$/i },
  ],
  refusals: [
    {
      id: 'usual-basic-auth',
      when: [
        { status: 401 },
        { not: { sent: 'authorization' } },
        { challenge: 'basic', param: 'realm', is: /^traefik$/i },
      ],
      causes: {},
      usual: { 'credentials-missing': 76, 'credentials-invalid': 6 },
      says: 'the middleware BasicAuth asks for a login',
      source: 'https://doc.traefik.io/traefik/middlewares/http/basicauth/',
    },
    {
      id: 'usual-basic-auth-sent',
      when: [{ status: 401 }, { sent: 'authorization' }, { challenge: 'basic', param: 'realm', is: /^traefik$/i }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-malformed': 10, 'server-rule': 6 },
      says: 'the hash is wrong, often for single $ signs in a Compose file',
      source: 'https://doc.traefik.io/traefik/middlewares/http/basicauth/',
    },
    {
      id: 'usual-dashboard',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:(?:http|tcp|udp)\/(?:routers|services|middlewares)|rawdata|entrypoints)/ },
        { not: { challenge: 'basic', param: 'realm', is: /^traefik$/i } },
      ],
      causes: {},
      usual: { 'ip-refused': 46, 'credentials-missing': 22, 'credentials-invalid': 10, 'server-rule': 8 },
      says: 'an allow list of addresses (IPAllowList) or a login stands before the dashboard',
      source: 'https://doc.traefik.io/traefik/middlewares/http/ipallowlist/',
    },
  ],
};

export default vendor;
