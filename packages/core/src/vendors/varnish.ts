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
    {
      id: 'usual-ban',
      alone: true,
      when: [{ status: [403, 405] }, { method: ['PURGE', 'BAN', 'REFRESH'] }],
      causes: {},
      usual: { 'ip-refused': 64, 'method-refused': 20, 'server-rule': 6 },
      says: 'the VCL allows PURGE and BAN from the addresses of its ACL',
      source: 'https://www.varnish-software.com/developers/tutorials/ban/',
    },
    {
      id: 'usual-backend',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { any: [{ header: 'x-varnish' }, { header: 'via', is: /varnish/i }] },
      ],
      causes: {},
      usual: {
        'client-refused': 26,
        'server-rule': 20,
        'ip-refused': 16,
        'file-permissions': 12,
        'role-missing': 8,
        'origin-rejected': 5,
      },
      says: 'the server behind Varnish answered, or its VCL refuses a client',
      source: 'https://www.varnish-software.com/developers/tutorials/ban/',
    },
  ],
};

export default vendor;
