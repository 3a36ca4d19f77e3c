import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-ses',
  name: 'Amazon SES',
  role: 'api',
  present: [{ host: /^email(-smtp)?\.[a-z0-9-]+\.amazonaws\.com$/ }],
  refusals: [
    {
      id: 'identity',
      alone: true,
      when: [{ text: /email address (is )?not verified\. the following identities failed the check in region/ }],
      causes: { 'policy-denied': 'proves', 'feature-unavailable': 'hints' },
      says: 'sender or, in the sandbox, recipient is not verified in this region',
      fix: { who: 'api-owner', text: 'verify the identity in the region of the message, or ask for production access' },
      source: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
    },
    {
      id: 'paused',
      alone: true,
      when: [
        {
          text: /sending (is )?(disabled|paused) for (this|your) account|\b(accountsendingpausedexception|sendingpausedexception)\b/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'AWS has paused sending for the account',
      source: 'https://docs.aws.amazon.com/ses/latest/dg/faqs-enforcement.html',
    },
  ],
};

export default vendor;
