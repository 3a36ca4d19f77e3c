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
  ],
};

export default vendor;
