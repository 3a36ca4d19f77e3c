import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dns-providers',
  name: 'NS1, DNSimple, ClouDNS, DNSPod',
  role: 'api',
  present: [
    { host: 'nsone.net' },
    { host: 'dnsimple.com' },
    { host: 'cloudns.net' },
    { host: 'dnspod.cn' },
    { host: 'desec.io' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 18, 'credentials-malformed': 8 },
      says: 'mostly a sandbox token or a wrong account',
      source: 'https://developer.dnsimple.com/v2/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 38, 'not-owner': 18, 'feature-unavailable': 12, 'ip-refused': 10, 'rate-limited': 6 },
      says: "mostly the token's zones",
      source: 'https://developer.dnsimple.com/v2/',
    },
  ],
};

export default vendor;
