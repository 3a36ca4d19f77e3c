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
  ],
};

export default vendor;
