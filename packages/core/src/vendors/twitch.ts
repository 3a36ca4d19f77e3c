import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twitch',
  name: 'Twitch',
  role: 'api',
  present: [{ host: 'api.twitch.tv' }, { host: 'gql.twitch.tv' }, { host: 'id.twitch.tv' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /missing scope: [a-z:_]{1,60}/ }, { not: { text: 'required scope' } }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://dev.twitch.tv/docs/api/reference',
    },
    {
      id: 'client-id-mismatch',
      alone: true,
      when: [{ text: 'Client ID and OAuth token do not match' }],
      causes: { 'credentials-invalid': 'proves' },
      says: "the Client-Id header is not that of the token's app",
      source: 'https://dev.twitch.tv/docs/api/reference',
    },
    {
      id: 'must-match-user',
      alone: true,
      when: [
        {
          text: /the id in (?:broadcaster_id|moderator_id|user_id|sender_id|from_user_id|to_user_id) must match the user id found in the request's oauth token/,
        },
      ],
      causes: { 'not-owner': 'proves' },
      says: "the id in the query is not that of the token's user",
      source: 'https://dev.twitch.tv/docs/api/reference',
    },
    {
      id: 'token',
      when: [{ any: [{ text: 'Invalid OAuth token' }, { text: 'OAuth token is missing' }] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints' },
      says: 'the token is absent, wrong or past its time',
      source: 'https://dev.twitch.tv/docs/api/reference',
    },
    {
      id: 'not-moderator',
      when: [
        {
          text: /is not one of the broadcaster's moderators|is not authorized to|user does not have permission|does not have permission to/,
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'the user is not moderator, editor or partner here',
      source: 'https://dev.twitch.tv/docs/api/reference',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.twitch.tv' }],
      causes: {},
      usual: {
        'credentials-missing': 30,
        'credentials-invalid': 28,
        'credentials-expired': 24,
        'scope-insufficient': 10,
      },
      says: 'mostly no Client-Id, or one that does not belong to the token',
      source: 'https://dev.twitch.tv/docs/api/guide/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.twitch.tv' }],
      causes: {},
      usual: { 'role-missing': 36, 'scope-insufficient': 22, 'not-owner': 14, 'policy-denied': 10 },
      says: 'mostly the user is no moderator there',
      source: 'https://dev.twitch.tv/docs/api/guide/',
    },
  ],
};

export default vendor;
