import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'chatgpt',
  name: 'ChatGPT (site)',
  role: 'app',
  present: [
    { host: 'chatgpt.com' },
    { host: 'chat.openai.com' },
    { host: 'auth.openai.com' },
    { host: 'auth0.openai.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 52, 'ip-refused': 22, 'credentials-expired': 10, 'role-missing': 4 },
      says: 'the bot wall, or the country',
      source: 'https://help.openai.com/en/articles/7996703-troubleshooting-chatgpt-error-messages',
    },
  ],
};

export default vendor;
