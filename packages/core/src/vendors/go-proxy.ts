import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'go-proxy',
  name: 'Go module mirror',
  role: 'registry',
  present: [{ host: 'proxy.golang.org' }, { host: 'sum.golang.org' }],
  refusals: [
    {
      id: 'private',
      alone: true,
      when: [{ text: /terminal prompts disabled|could not read username for 'https:/ }],
      causes: { 'object-hidden': 'proves', 'credentials-missing': 'suggests' },
      says: 'the module is private, and the mirror cannot log in to its host',
      fix: { who: 'caller', text: 'set GOPRIVATE for the module path' },
      source: 'https://go.dev/ref/mod#private-modules',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'proxy-refused': 36, 'ip-refused': 34, 'client-refused': 10, 'policy-denied': 6 },
      says: 'mostly a proxy or country on the way; the mirror itself serves everybody',
      source: 'https://go.dev/ref/mod#private-modules',
    },
    {
      id: 'usual-410',
      when: [{ status: 410 }, { any: [{ host: 'sum.golang.org' }, { host: 'proxy.golang.org' }] }],
      causes: {},
      usual: { 'object-hidden': 82, 'role-missing': 4, 'policy-denied': 4 },
      says: 'a private or absent module; GOPRIVATE keeps it from being asked for',
      source: 'https://go.dev/ref/mod#private-modules',
    },
  ],
};

export default vendor;
