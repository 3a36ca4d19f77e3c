import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'alpaca',
  name: 'Alpaca Markets',
  role: 'api',
  present: [{ host: 'alpaca.markets' }, { sent: 'apca-api-key-id' }],
  refusals: [
    {
      id: 'subscription',
      alone: true,
      when: [{ text: /subscription does not permit querying (?:recent sip data|data from the past)/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the free plan does not include recent SIP data',
      fix: { who: 'caller', text: 'ask for feed=iex, end 15 minutes ago, or subscribe' },
      source: 'https://docs.alpaca.markets/docs/market-data-faq',
    },
    {
      id: 'forbidden',
      when: [
        { host: 'alpaca.markets' },
        { status: [401, 403] },
        { text: /^(?:forbidden|request is not authorized)\.? ?$/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 62, 'feature-unavailable': 16, 'credentials-missing': 10, 'role-missing': 4 },
      says: 'mostly paper keys at the live host or the reverse',
      source: 'https://docs.alpaca.markets/docs/market-data-faq',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'alpaca.markets' }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-missing': 18, 'credentials-malformed': 6 },
      says: 'mostly paper keys at the live host or the reverse, or no keys',
      source: 'https://docs.alpaca.markets/docs/getting-started-with-trading-api',
    },
  ],
};

export default vendor;
