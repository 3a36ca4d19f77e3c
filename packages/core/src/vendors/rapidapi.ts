import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rapidapi',
  name: 'RapidAPI',
  role: 'gateway',
  present: [
    { host: 'p.rapidapi.com' },
    { header: 'x-rapidapi-request-id' },
    { header: 'x-rapidapi-proxy-response' },
    { header: 'server', is: 'rapidapi-' },
  ],
  refusals: [
    {
      id: 'not-subscribed',
      alone: true,
      when: [{ text: 'you are not subscribed to this api' }],
      causes: { 'feature-unavailable': 'proves', 'credentials-invalid': 'hints' },
      says: "the key's application has no subscription to this API",
      fix: { who: 'caller', text: 'subscribe to a plan of this API with the account of the key' },
      source: 'https://github.com/OpenBMB/ToolBench/issues/124',
    },
    {
      id: 'key',
      alone: true,
      when: [{ text: /invalid api key\. go to https:\/\/docs\.rapidapi\.com/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'X-RapidAPI-Key is missing or unknown',
      source: 'https://docs.rapidapi.com/docs/keys',
    },
  ],
};

export default vendor;
