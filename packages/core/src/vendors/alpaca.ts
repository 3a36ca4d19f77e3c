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
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the key is unknown to this host: paper and live keys have hosts of their own',
      source: 'https://docs.alpaca.markets/docs/market-data-faq',
    },
  ],
};

export default vendor;
