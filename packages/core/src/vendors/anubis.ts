import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'anubis',
  name: 'Anubis',
  role: 'waf',
  present: [
    { cookie: /anubis/ },
    { body: '/.within.website/x/cmd/anubis' },
    { body: 'anubis_challenge' },
    { text: 'protected by anubis' },
  ],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [{ text: /making sure you're not a bot/ }, { any: [{ body: 'anubis' }, { text: 'techaro' }] }],
      causes: { 'client-refused': 'proves' },
      says: 'a proof of work must be done by a browser first',
      source: 'https://anubis.techaro.lol/docs/',
    },
    {
      id: 'denied',
      alone: true,
      when: [{ text: /access denied: error code [0-9a-z]{4,64}|oh noes!/ }, { body: 'anubis' }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'the bot policy denies this User-Agent or address',
      source: 'https://anubis.techaro.lol/docs/admin/policies',
    },
  ],
};

export default vendor;
