import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github-copilot',
  name: 'GitHub Copilot',
  role: 'api',
  present: [{ host: 'githubcopilot.com' }],
  refusals: [
    {
      id: 'forbidden',
      alone: true,
      when: [
        {
          any: [
            { text: 'access to this endpoint is forbidden. Please review our Terms of Service' },
            { text: /not authorized to use this copilot feature/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints', 'client-refused': 'hints' },
      says: "the account's plan or its organisation's policy does not allow this use, or the client is not an accepted one",
      source: 'https://docs.github.com/en/copilot/troubleshooting-github-copilot',
    },
    {
      id: 'token-expired',
      when: [{ text: /ide token expired: unauthorized: token expired|unauthorized: token expired/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the short-lived Copilot token is past its time',
      source: 'https://docs.github.com/en/copilot/troubleshooting-github-copilot',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 38,
        'policy-denied': 22,
        'client-refused': 12,
        'credentials-expired': 8,
        'credentials-invalid': 7,
        'ip-refused': 5,
      },
      says: "mostly no Copilot seat, or the organisation's policy switches this off",
      source: 'https://docs.github.com/en/copilot/how-tos/troubleshoot-copilot/troubleshoot-common-issues',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 52,
        'credentials-invalid': 22,
        'credentials-missing': 12,
        'credentials-malformed': 4,
      },
      says: 'mostly the short-lived Copilot token is past its time',
      source: 'https://docs.github.com/en/copilot/how-tos/troubleshoot-copilot/troubleshoot-common-issues',
    },
  ],
};

export default vendor;
