import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rack-attack',
  name: 'Rack::Attack',
  role: 'framework',
  present: [{ body: /^retry later$/ }],
  refusals: [
    {
      id: 'throttled',
      when: [{ status: [429, 503] }, { body: /^retry later$/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'a throttle of Rack::Attack is used up',
      source: 'https://github.com/rack/rack-attack/blob/main/lib/rack/attack/configuration.rb',
    },
  ],
};

export default vendor;
