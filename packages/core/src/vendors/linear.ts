import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'linear',
  name: 'Linear',
  role: 'api',
  present: [{ host: 'api.linear.app' }, { body: 'linear.app' }, { body: '"userpresentablemessage"' }],
  refusals: [
    {
      id: 'authentication',
      alone: true,
      when: [
        {
          any: [
            { text: 'Authentication required, not authenticated' },
            { text: 'You need to authenticate to access this operation.' },
          ],
        },
        { any: [{ body: 'userpresentablemessage' }, { host: 'api.linear.app' }] },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the API key or token is absent, wrong, or with the wrong scheme word: keys go without Bearer',
      fix: {
        who: 'caller',
        text: 'send a key as Authorization: <key>, an OAuth token as Authorization: Bearer <token>',
      },
      source: 'https://linear.app/developers/graphql',
    },
    {
      id: 'scope',
      when: [{ any: [{ text: 'Invalid scope: `write` required' }, { text: /invalid scope: .{1,60} required/ }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope',
      source: 'https://linear.app/developers/graphql',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'api.linear.app' }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-malformed': 26,
        'credentials-missing': 14,
        'credentials-expired': 12,
      },
      says: 'mostly Bearer before a personal key, or a revoked one',
      source: 'https://linear.app/developers/graphql',
    },
  ],
};

export default vendor;
