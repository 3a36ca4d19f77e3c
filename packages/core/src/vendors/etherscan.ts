import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'etherscan',
  name: 'Etherscan',
  role: 'api',
  present: [{ host: 'etherscan.io' }, { body: /"status" ?: ?"0" ?, ?"message" ?: ?"notok"/ }],
  refusals: [
    {
      id: 'key',
      when: [{ body: /"result" ?: ?"(?:missing\/)?invalid api key/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the API key is missing or unknown, told in a 200',
      source: 'https://docs.etherscan.io/support/common-error-messages',
    },
    {
      id: 'rate',
      when: [{ body: /"result" ?: ?"max (?:calls per sec )?rate limit reached/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the calls a second of the plan are used up, told in a 200',
      source: 'https://docs.etherscan.io/support/common-error-messages',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'etherscan.io' }],
      causes: {},
      usual: {
        'client-refused': 40,
        'rate-limited': 18,
        'ip-refused': 14,
        'credentials-invalid': 12,
        'feature-unavailable': 6,
      },
      says: 'mostly the edge refuses the client program or the network',
      source: 'https://docs.etherscan.io/support/common-error-messages',
    },
  ],
};

export default vendor;
