import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'trello',
  name: 'Trello',
  role: 'api',
  present: [{ host: 'api.trello.com' }, { host: 'trello.com' }],
  refusals: [
    {
      id: 'permission',
      when: [
        {
          any: [
            { text: 'unauthorized permission requested' },
            { text: 'unauthorized card permission requested' },
            { text: 'unauthorized organization permission' },
          ],
        },
      ],
      causes: { 'not-owner': 'suggests', 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: "the token's user is no member of this board, or the token lacks write access",
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/status-codes/',
    },
    {
      id: 'invalid-token',
      when: [{ any: [{ text: 'invalid token' }, { text: 'invalid key' }, { text: 'invalid app token' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key or token is wrong, revoked or of another key',
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/status-codes/',
    },
    {
      id: 'expired',
      when: [{ text: 'expired token' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/status-codes/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 32,
        'credentials-missing': 20,
        'not-owner': 16,
        'credentials-expired': 14,
        'scope-insufficient': 10,
      },
      says: "mostly the token was revoked, has no write right, or the board is another's",
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 50, 'not-owner': 22, 'role-missing': 10 },
      says: 'mostly a private board',
      source: 'https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/',
    },
  ],
};

export default vendor;
