import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'indeed',
  name: 'Indeed, Glassdoor (sites)',
  role: 'app',
  present: [
    { host: 'indeed.com' },
    { host: 'glassdoor.com' },
    { host: 'glassdoor.co.uk' },
    { host: 'ziprecruiter.com' },
    { host: 'monster.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 80, 'ip-refused': 9, 'rate-limited': 3 },
      says: 'the bot wall',
      source: 'https://docs.indeed.com/',
    },
  ],
};

export default vendor;
