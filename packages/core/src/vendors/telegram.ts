import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'telegram',
  name: 'Telegram Bot API',
  role: 'api',
  present: [{ host: 'api.telegram.org' }, { body: /"ok": ?false, ?"error_code": ?[0-9]{3}/ }],
  refusals: [
    {
      id: 'blocked-by-user',
      alone: true,
      when: [
        {
          any: [
            { text: 'bot was blocked by the user' },
            { text: 'bot was kicked from' },
            { text: 'user is deactivated' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the user or group does not take messages from this bot any more',
      source: 'https://github.com/TelegramBotAPI/errors',
    },
    {
      id: 'cannot-initiate',
      alone: true,
      when: [
        { any: [{ text: "bot can't initiate conversation with a user" }, { text: "bot can't send messages to bots" }] },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a bot cannot write first: the user must start it',
      source: 'https://github.com/TelegramBotAPI/errors',
    },
    {
      id: 'not-a-member',
      alone: true,
      when: [
        {
          any: [
            { text: 'bot is not a member of the' },
            { text: 'need administrator rights in the' },
            { text: /not enough rights to (?:send|manage|restrict|pin|delete|change|invite)/ },
            { text: 'have no rights to send a message' },
            { text: 'CHAT_ADMIN_REQUIRED' },
            { text: 'CHAT_WRITE_FORBIDDEN' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the bot is no member or administrator of the chat, or lacks the right',
      source: 'https://github.com/TelegramBotAPI/errors',
    },
    {
      id: 'token',
      when: [
        { status: [401, 404] },
        { body: /"ok": ?false/ },
        { text: /\b(?:unauthorized|not found)\b/ },
        { host: 'api.telegram.org' },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the bot token is wrong or was revoked',
      source: 'https://core.telegram.org/bots/api#making-requests',
    },
    {
      id: 'flood',
      alone: true,
      when: [{ text: /too many requests: retry after [0-9]{1,6}/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the flood limit is reached',
      source: 'https://core.telegram.org/bots/api#making-requests',
    },
  ],
};

export default vendor;
