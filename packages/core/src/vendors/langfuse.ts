import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'langfuse',
  name: 'Langfuse',
  role: 'api',
  present: [{ host: 'langfuse.com' }, { text: 'langfuse' }],
  refusals: [
    {
      id: 'host',
      alone: true,
      when: [{ text: /invalid credentials\. confirm that you've configured the correct host/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the keys are wrong, or of another host (EU, US)',
      source: 'https://github.com/langfuse/langfuse/blob/main/packages/shared/src/server/auth/apiKeys.ts',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'langfuse.com' }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 14, 'credentials-malformed': 6 },
      says: "mostly keys of the other region's host, or public and secret key exchanged",
      source: 'https://langfuse.com/faq/all/401-unauthorized',
    },
  ],
};

export default vendor;
