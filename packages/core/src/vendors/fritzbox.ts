import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fritzbox',
  name: 'FRITZ!Box',
  role: 'app',
  present: [
    { challenge: 'digest', param: 'realm', is: /^(?:fritz!?box|f!box|https and soap-access)/i },
    { header: 'server', is: /fritz!box/i },
  ],
  refusals: [
    {
      id: 'usual-lua',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:webservices\/homeautoswitch\.lua|query\.lua|data\.lua|(?:internet|net|system|home)\/[a-z_]{2,30}\.lua|cgi-bin\/firmwarecfg|api\/v0\/)/,
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 45, 'role-missing': 18, 'credentials-invalid': 16, 'credentials-missing': 12 },
      says: 'the session id is past its twenty minutes, or the user lacks the right (smart home, settings)',
      source: 'https://fritz.com/service/schnittstellen/',
    },
    {
      id: 'usual-tr064',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:upnp\/control\/|tr064|igdupnp|tr64desc)/ }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-missing': 24,
        'feature-unavailable': 20,
        'credentials-malformed': 10,
        'role-missing': 5,
      },
      says: 'TR-064 asks for Digest with a user of the box, and access for applications must be on',
      source: 'https://fritz.com/service/schnittstellen/',
    },
    {
      id: 'usual-nas',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/nas\// }],
      causes: {},
      usual: { 'credentials-expired': 34, 'role-missing': 28, 'credentials-invalid': 18, 'credentials-missing': 10 },
      says: 'the user lacks access to the storage, or the session is past its time',
      source: 'https://fritz.com/service/schnittstellen/',
    },
  ],
};

export default vendor;
