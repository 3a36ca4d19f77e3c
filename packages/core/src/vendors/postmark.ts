import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'postmark',
  name: 'Postmark',
  role: 'api',
  present: [{ host: 'postmarkapp.com' }, { body: /"errorcode": ?(?:10|300|400|405|406|412|701)\b/ }],
  refusals: [
    {
      id: 'bad-token',
      alone: true,
      when: [
        {
          any: [
            { text: 'No Account or Server API tokens were supplied in the HTTP headers' },
            { text: 'Request does not contain a valid Server token.' },
            { text: 'Bad or missing Server API token.' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the X-Postmark-Server-Token header is absent or wrong',
      source: 'https://postmarkapp.com/developer/api/overview#error-codes',
    },
    {
      id: 'sender',
      alone: true,
      when: [
        {
          any: [
            { text: /the 'from' address you supplied .{1,120} is not a sender signature on your account/ },
            { text: 'Sender signature not defined for From address.' },
            { text: 'Sender signature not confirmed' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the From address is no confirmed sender signature',
      source: 'https://postmarkapp.com/developer/api/overview#error-codes',
    },
    {
      id: 'pending',
      alone: true,
      when: [{ text: 'While your account is pending approval, all recipient addresses must share the same domain' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is waiting for approval and reaches its own domain only',
      source: 'https://postmarkapp.com/developer/api/overview#error-codes',
    },
    {
      id: 'inactive',
      alone: true,
      when: [{ text: 'You tried to send to recipient(s) that have been marked as inactive.' }],
      causes: { 'policy-denied': 'suggests' },
      says: 'the recipient bounced, complained or unsubscribed before',
      source: 'https://postmarkapp.com/developer/api/overview#error-codes',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'postmarkapp.com' }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-missing': 18, 'credentials-malformed': 4 },
      says: 'mostly an account token where a server token is required, or the reverse',
      source: 'https://postmarkapp.com/developer/api/overview',
    },
  ],
};

export default vendor;
