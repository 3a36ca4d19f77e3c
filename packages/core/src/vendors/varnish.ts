import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'varnish',
  name: 'Varnish',
  role: 'gateway',
  present: [
    { header: 'x-varnish' },
    { header: 'via', is: /varnish/i },
    { text: /varnish cache server/ },
    { text: /guru meditation/ },
  ],
  refusals: [
    {
      id: 'purge',
      alone: true,
      when: [{ text: /this ip is not allowed to send purge requests|purging (is )?not allowed/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'purging is for listed addresses only',
      source: 'https://varnish-cache.org/docs/trunk/users-guide/purging.html',
    },
    {
      id: 'synthetic',
      when: [{ status: 403 }, { text: /guru meditation|varnish cache server/ }, { not: { header: 'x-served-by' } }],
      causes: { 'server-rule': 'suggests', 'ip-refused': 'hints', 'client-refused': 'hints' },
      says: 'a rule in the VCL refused',
      source: 'https://varnish-cache.org/docs/trunk/users-guide/vcl-syntax.html',
    },
  ],
};

export default vendor;
