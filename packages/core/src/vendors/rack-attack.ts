import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rack-attack',
  name: 'Rack::Attack',
  role: 'framework',
  present: [{ text: 'Retry later' }],
  refusals: [
    {
      id: 'throttled',
      when: [{ status: [429, 503] }, { text: 'Retry later' }],
      causes: { 'rate-limited': 'proves' },
      says: 'a throttle of Rack::Attack is used up',
      source: 'https://github.com/rack/rack-attack/blob/main/lib/rack/attack/configuration.rb',
    },
  ],
};

export default vendor;
