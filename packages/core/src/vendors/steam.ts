import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'steam',
  name: 'Steam',
  role: 'api',
  present: [
    { host: 'steampowered.com' },
    { host: 'steamcommunity.com' },
    { text: /verify your <?pre>?key=|access is denied\. retrying will not help\. please verify your/ },
  ],
  refusals: [
    {
      id: 'web-api-key',
      alone: true,
      when: [{ text: /access is denied\. retrying will not help\. please verify your/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the Web API key is absent, wrong or without the right for this interface',
      source: 'https://steamcommunity.com/dev',
    },
    {
      id: 'private-profile',
      when: [
        { host: 'api.steampowered.com' },
        { path: /GetFriendList|GetOwnedGames|GetPlayerAchievements|GetUserStatsForGame/ },
        { status: [401, 403] },
        { not: { text: 'please verify your' } },
      ],
      causes: { 'not-owner': 'proves', 'credentials-invalid': 'hints' },
      says: 'the profile or its friends list is private, or the key is not valid for it',
      source: 'https://developer.valvesoftware.com/wiki/Steam_Web_API',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { host: 'api.steampowered.com' },
        { not: { path: /GetFriendList|GetOwnedGames|GetPlayerAchievements|GetUserStatsForGame/ } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'credentials-missing': 14,
        'role-missing': 10,
        'feature-unavailable': 10,
        'policy-denied': 6,
      },
      says: 'mostly a wrong key, or a method for publishers',
      source: 'https://partner.steamgames.com/doc/webapi_overview/responses',
    },
    {
      id: 'usual-403-steamcommunity',
      when: [{ status: 403 }, { host: 'steamcommunity.com' }],
      causes: {},
      usual: { 'not-owner': 32, 'rate-limited': 22, 'ip-refused': 16, 'client-refused': 14, 'credentials-missing': 6 },
      says: 'mostly a private inventory, or the address is limited',
      source: 'https://partner.steamgames.com/doc/webapi_overview/responses',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'steamcommunity.com' }],
      causes: {},
      usual: { 'rate-limited': 90, 'ip-refused': 6 },
      says: 'the market and inventories allow few requests for an address',
      source: 'https://partner.steamgames.com/doc/webapi_overview/responses',
    },
  ],
};

export default vendor;
