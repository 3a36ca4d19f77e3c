import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'spotify',
  name: 'Spotify',
  role: 'api',
  present: [{ host: 'api.spotify.com' }, { host: 'accounts.spotify.com' }, { text: /player command failed|spotify/ }],
  refusals: [
    {
      id: 'insufficient-client-scope',
      alone: true,
      when: [{ text: 'Insufficient client scope' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/scopes',
    },
    {
      id: 'premium',
      alone: true,
      when: [{ any: [{ text: 'Player command failed: Premium required' }, { code: 'PREMIUM_REQUIRED' }] }],
      causes: { 'feature-unavailable': 'suggests', 'credentials-invalid': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the player commands want a Premium user; a token without a user (client credentials) gets this too',
      source: 'https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback',
    },
    {
      id: 'restriction',
      alone: true,
      when: [{ any: [{ text: 'Player command failed: Restriction violated' }, { text: 'Restricted device' }] }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: "the command is not possible in the player's state or on this device",
      source: 'https://developer.spotify.com/documentation/web-api/reference/start-a-users-playback',
    },
    {
      id: 'user-not-registered',
      alone: true,
      when: [
        {
          any: [
            { text: 'User not registered in the Developer Dashboard' },
            { text: /check settings on developer\.spotify\.com\/dashboard, the user may not be registered/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the app is in development mode and this user is not on its list',
      fix: { who: 'api-owner', text: 'add the user in the dashboard, or apply for the extended quota' },
      source: 'https://developer.spotify.com/documentation/web-api/concepts/quota-modes',
    },
    {
      id: 'not-your-playlist',
      alone: true,
      when: [
        {
          any: [
            { text: /you cannot (?:add tracks to|remove tracks from|modify) a playlist you don't own/ },
            { text: "You cannot modify a playlist you don't own" },
          ],
        },
      ],
      causes: { 'not-owner': 'proves' },
      says: 'the playlist belongs to another user',
      source: 'https://github.com/spotify/web-api/issues/637',
    },
    {
      id: 'bad-oauth',
      alone: true,
      when: [{ text: /bad oauth request \(wrong consumer key, bad nonce, expired timestamp/ }],
      causes: { 'credentials-malformed': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the token or its form is wrong',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/api-calls',
    },
    {
      id: 'token-expired',
      when: [{ text: 'The access token expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/api-calls',
    },
    {
      id: 'wrong-flow',
      alone: true,
      when: [{ text: 'Valid user authentication required' }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token has no user: it comes from the client credentials flow',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/authorization',
    },
    {
      id: 'non-premium-dev',
      when: [
        { status: 403 },
        { host: 'api.spotify.com' },
        {
          path: /^\/v1\/(?:audio-features|audio-analysis|recommendations|artists\/[a-z0-9A-Z]{1,40}\/related-artists|browse\/)/,
        },
      ],
      causes: {},
      usual: { 'feature-unavailable': 84, 'scope-insufficient': 4, 'credentials-invalid': 4 },
      says: 'this endpoint is closed for apps registered after November 2024',
      source: 'https://developer.spotify.com/blog/2024-11-27-changes-to-the-web-api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.spotify.com' }, { path: '/v1/me/player' }, { method: ['PUT', 'POST'] }],
      causes: {},
      usual: { 'feature-unavailable': 56, 'scope-insufficient': 22, 'policy-denied': 8, 'credentials-invalid': 4 },
      says: 'mostly the player commands require a Premium account',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/quota-modes',
    },
    {
      id: 'usual-list',
      when: [
        { status: 403 },
        { host: 'api.spotify.com' },
        { not: { path: /^\/v1\/(audio-|recommendations|artists\/[^/]{1,40}\/related|browse\/|me\/player)/ } },
      ],
      causes: {},
      usual: {
        'policy-denied': 34,
        'scope-insufficient': 24,
        'feature-unavailable': 16,
        'not-owner': 12,
        'credentials-invalid': 4,
      },
      says: 'mostly the user is not on the list of an app in development mode, or a scope',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/quota-modes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.spotify.com' }],
      causes: {},
      usual: {
        'credentials-expired': 48,
        'credentials-invalid': 22,
        'credentials-missing': 14,
        'credentials-malformed': 6,
      },
      says: 'mostly a token past its hour',
      source: 'https://developer.spotify.com/documentation/web-api/concepts/quota-modes',
    },
  ],
};

export default vendor;
