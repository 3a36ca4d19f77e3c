import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sec-edgar',
  name: 'SEC EDGAR',
  role: 'api',
  present: [{ host: 'sec.gov' }, { text: /your request originates from an undeclared automated tool|sec\.gov/ }],
  refusals: [
    {
      id: 'undeclared',
      alone: true,
      when: [{ text: 'Your Request Originates from an Undeclared Automated Tool' }],
      causes: { 'client-refused': 'proves', 'rate-limited': 'hints' },
      says: 'the SEC wants a User-Agent that names the company and a contact address',
      fix: { who: 'caller', text: 'send User-Agent: <company> <contact e-mail>' },
      source: 'https://www.sec.gov/about/webmaster-frequently-asked-questions',
    },
    {
      id: 'rate',
      alone: true,
      when: [
        { any: [{ text: 'Request Rate Threshold Exceeded' }, { text: 'SEC.gov | Request Rate Threshold Exceeded' }] },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'more than ten requests a second',
      source: 'https://www.sec.gov/about/webmaster-frequently-asked-questions',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'sec.gov' }],
      causes: {},
      usual: { 'client-refused': 64, 'rate-limited': 20, 'ip-refused': 8, 'policy-denied': 2 },
      says: 'mostly the User-Agent does not name you and an email address',
      source: 'https://www.sec.gov/search-filings/edgar-search-assistance/accessing-edgar-data',
    },
  ],
};

export default vendor;
