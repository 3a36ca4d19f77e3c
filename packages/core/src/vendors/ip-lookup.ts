import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ip-lookup',
  name: 'IP look-up services',
  role: 'api',
  present: [
    { host: 'ipinfo.io' },
    { host: 'ipapi.co' },
    { host: 'ip-api.com' },
    { host: 'ipify.org' },
    { host: 'ifconfig.me' },
    { host: 'icanhazip.com' },
    { host: 'ipgeolocation.io' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'ip-api.com' }],
      causes: {},
      usual: { 'feature-unavailable': 56, 'rate-limited': 14, 'tls-required': 12, 'ip-refused': 8 },
      says: 'mostly https or a batch on the free host',
      source: 'https://ipinfo.io/developers',
    },
    {
      id: 'usual-403-ipapi',
      when: [{ status: 403 }, { not: { host: 'ip-api.com' } }],
      causes: {},
      usual: { 'client-refused': 30, 'rate-limited': 28, 'ip-refused': 14, 'credentials-invalid': 12 },
      says: 'mostly the client program or the free limit',
      source: 'https://ipinfo.io/developers',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 86, 'ip-refused': 7 },
      says: 'the free limit, which all behind the address share',
      source: 'https://ipinfo.io/developers',
    },
  ],
};

export default vendor;
