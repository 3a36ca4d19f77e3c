import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'amazon-paapi',
  name: 'Amazon Product Advertising and Creators API',
  role: 'api',
  present: [{ path: '/paapi5/' }, { host: 'creatorsapi.amazon' }, { body: 'com.amazon.paapi5#' }],
  refusals: [
    {
      id: 'eligible',
      alone: true,
      when: [{ code: 'AssociateNotEligible' }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the associate account has not made the sales that give access',
      source: 'https://github.com/sergioteula/python-amazon-paapi/issues/144',
    },
    {
      id: 'throttled',
      alone: true,
      when: [{ text: 'please verify the number of requests made per second to the amazon product advertising api' }],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the rate that the sales of the account give is reached; new and idle accounts have none',
      source: 'https://github.com/sergioteula/python-amazon-paapi/issues/32',
    },
  ],
};

export default vendor;
