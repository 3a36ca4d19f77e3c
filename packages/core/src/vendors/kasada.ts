import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kasada',
  name: 'Kasada',
  role: 'waf',
  present: [{ header: 'x-kpsdk-ct' }, { header: 'x-kpsdk-r' }, { header: 'x-kpsdk-im' }, { body: 'kpsdk' }],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [
        { any: [{ header: 'x-kpsdk-ct' }, { body: 'window.kpsdk' }, { body: '149e9513-01fa-4fb0-aad4-566afd725d1b' }] },
        { status: [403, 429] },
      ],
      causes: { 'client-refused': 'proves', 'rate-limited': 'excludes' },
      says: 'the bot protection wants its script to run first',
      source: 'https://vercel.com/docs/botid/get-started',
    },
  ],
};

export default vendor;
