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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.telegram.org' }],
      causes: {},
      usual: { 'credentials-invalid': 78, 'credentials-malformed': 8, 'policy-denied': 4, 'credentials-expired': 2 },
      says: 'mostly a token that was revoked or badly copied',
      source: 'https://core.telegram.org/bots/api',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.telegram.org' }],
      causes: {},
      usual: { 'credentials-malformed': 58, 'credentials-invalid': 22, 'object-hidden': 4 },
      says: 'mostly the word bot or the token is missing in the path',
      source: 'https://core.telegram.org/bots/api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.telegram.org' }],
      causes: {},
      usual: { 'policy-denied': 36, 'role-missing': 34, 'not-owner': 10, 'ip-refused': 8 },
      says: 'mostly the bot was blocked by the user or is not in the chat',
      source: 'https://core.telegram.org/bots/api',
    },
  ],
};

export default vendor;
