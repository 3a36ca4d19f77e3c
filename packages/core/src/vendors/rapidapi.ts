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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'p.rapidapi.com' }],
      causes: {},
      usual: { 'feature-unavailable': 58, 'credentials-invalid': 16, 'credentials-missing': 8, 'policy-denied': 8 },
      says: 'mostly the application is not subscribed to this API',
      source: 'https://docs.rapidapi.com/docs/keys',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'p.rapidapi.com' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 38 },
      says: 'mostly the key header is missing or wrong',
      source: 'https://docs.rapidapi.com/docs/keys',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'p.rapidapi.com' }],
      causes: {},
      usual: { 'rate-limited': 58, 'feature-unavailable': 34 },
      says: "the plan's monthly or per-second quota",
      source: 'https://docs.rapidapi.com/docs/keys',
    },
  ],
};

export default vendor;
