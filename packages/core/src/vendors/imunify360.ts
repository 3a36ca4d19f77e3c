import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'imunify360',
  name: 'Imunify360',
  role: 'waf',
  present: [{ text: /imunify360/ }, { header: 'server', is: /^imunify360/i }],
  refusals: [
    {
      id: 'bot-protection',
      alone: true,
      when: [{ text: 'access denied by imunify360 bot-protection' }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'the bot protection of the host refuses this client or address',
      fix: { who: 'server-admin', text: 'ask the host to allow the address' },
      source: 'https://docs.imunify360.com/dashboard/',
    },
    {
      id: 'splash',
      alone: true,
      when: [{ text: 'please wait while your request is being verified' }],
      causes: { 'client-refused': 'proves' },
      says: 'the host wants a browser to prove itself',
      source: 'https://docs.imunify360.com/webshield/',
    },
  ],
};

export default vendor;
