import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'virustotal',
  name: 'VirusTotal',
  role: 'api',
  present: [{ host: 'virustotal.com' }],
  refusals: [
    {
      id: 'privilege',
      alone: true,
      when: [
        { text: 'You are not authorized to perform the requested operation' },
        { any: [{ code: 'ForbiddenError' }, { host: 'virustotal.com' }] },
      ],
      causes: { 'feature-unavailable': 'proves', 'role-missing': 'hints' },
      says: "VirusTotal: the key's plan or group lacks this privilege",
      source: 'https://docs.virustotal.com/reference/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 66, 'role-missing': 12, 'ip-refused': 6, 'policy-denied': 6 },
      says: 'mostly the endpoint requires the premium API',
      source: 'https://docs.virustotal.com/reference/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 34, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing x-apikey',
      source: 'https://docs.virustotal.com/reference/errors',
    },
  ],
};

export default vendor;
