import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mailgun',
  name: 'Mailgun',
  role: 'api',
  present: [{ host: 'mailgun.net' }, { host: 'mailgun.org' }, { text: 'mailgun' }],
  refusals: [
    {
      id: 'forbidden',
      when: [{ text: 'Forbidden' }, { host: 'mailgun.net' }, { not: { text: 'sandbox' } }, { status: [401, 403] }],
      causes: {},
      usual: { 'credentials-invalid': 74, 'credentials-malformed': 8, 'credentials-missing': 8 },
      says: "mostly the EU region's domain at the US host, or a wrong key",
      fix: { who: 'caller', text: "use api.eu.mailgun.net for an EU domain, and the account's private API key" },
      source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
    },
    {
      id: 'sandbox',
      alone: true,
      when: [
        {
          any: [
            { text: /sandbox subdomains are for test purposes only/ },
            { text: 'Free accounts are for test purposes only' },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'suggests' },
      says: 'a sandbox domain reaches authorised recipients only',
      source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
    },
    {
      id: 'domain-not-allowed',
      alone: true,
      when: [
        {
          text: /is not allowed to send: (?!sandbox)|your account is temporarily disabled|domain .{1,100} is unverified and requires dns configuration/,
        },
      ],
      causes: { 'policy-denied': 'suggests' },
      says: 'the domain is unverified or the account is disabled',
      source: 'https://documentation.mailgun.com/docs/mailgun/api-reference/mg-auth',
    },
  ],
};

export default vendor;
