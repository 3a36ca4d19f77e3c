import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'curseforge',
  name: 'CurseForge',
  role: 'api',
  present: [{ host: 'api.curseforge.com' }, { host: 'forgecdn.net' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.curseforge.com' }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-missing': 24, 'policy-denied': 18, 'credentials-malformed': 8 },
      says: 'mostly a wrong key, or a mod whose author forbids other launchers',
      source: 'https://docs.curseforge.com/rest-api/',
    },
    {
      id: 'usual-403-forgecdn',
      when: [{ status: 403 }, { host: 'forgecdn.net' }],
      causes: {},
      usual: { 'object-hidden': 36, 'client-refused': 24, 'credentials-malformed': 16 },
      says: 'mostly a file name that is not encoded, or absent',
      source: 'https://docs.curseforge.com/rest-api/',
    },
  ],
};

export default vendor;
