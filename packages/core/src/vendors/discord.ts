import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'discord',
  name: 'Discord',
  role: 'api',
  present: [
    { host: 'discord.com' },
    { host: 'discordapp.com' },
    { header: 'x-ratelimit-bucket' },
    { body: /"code": ?(?:50001|50013|40333|40001|10003|50007|20028|60003|40002)\b/ },
  ],
  refusals: [
    {
      id: 'missing-access',
      when: [{ any: [{ code: '50001' }, { text: /\bmissing access\b(?! (?:token|key|to|control|for|credentials))/ }] }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'object-hidden': 'hints' },
      says: 'the bot or user cannot see this channel or guild',
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'missing-permissions',
      alone: true,
      when: [{ any: [{ code: '50013' }, { text: 'Missing Permissions' }] }, { body: /"code": ?50013|50013/ }],
      causes: { 'role-missing': 'proves' },
      says: "the bot lacks a permission, or its role stands below the target's",
      fix: {
        who: 'api-owner',
        text: "give the bot's role the permission, and move the role above the one that it changes",
      },
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'internal-network-error',
      alone: true,
      when: [{ text: 'internal network error' }, { any: [{ code: '40333' }, { body: '40333' }] }],
      causes: { 'client-refused': 'proves' },
      says: "Discord's edge refuses the client: its User-Agent does not fit the token",
      fix: { who: 'caller', text: 'send the User-Agent of a bot: DiscordBot (<url>, <version>)' },
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'cannot-message',
      when: [{ any: [{ code: '50007' }, { text: 'Cannot send messages to this user' }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the user does not take direct messages from this bot',
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'verify-account',
      when: [{ any: [{ code: '40002' }, { text: 'You need to verify your account in order to perform this action' }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is not verified',
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'mfa',
      when: [{ any: [{ code: '60003' }, { text: 'Two factor is required for this operation' }] }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted',
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
    {
      id: 'unauthorized-code',
      when: [{ any: [{ code: '40001' }, { text: '401: Unauthorized' }] }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token is wrong, or its prefix (Bot, Bearer) is missing',
      source: 'https://docs.discord.com/developers/topics/opcodes-and-status-codes',
    },
  ],
};

export default vendor;
