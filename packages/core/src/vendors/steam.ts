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
  ],
};

export default vendor;
