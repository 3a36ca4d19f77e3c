import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'reddit',
  name: 'Reddit',
  role: 'api',
  present: [
    { host: 'reddit.com' },
    { host: 'redd.it' },
    { text: /whoa there, pardner|you've been blocked by network security|blocked by mistake\?/ },
  ],
  refusals: [
    {
      id: 'network-security',
      alone: true,
      when: [
        {
          any: [
            { text: /you've been blocked by network security/ },
            { text: /whoa there, pardner/ },
            { text: /your request has been blocked due to a network policy/ },
          ],
        },
      ],
      causes: { 'client-refused': 'proves', 'credentials-missing': 'suggests', 'ip-refused': 'hints' },
      says: 'Reddit refuses this client or network: a login, a developer token or an own User-Agent is wanted',
      fix: {
        who: 'caller',
        text: 'use the OAuth API at oauth.reddit.com with a token and a User-Agent of the form platform:app:version (by /u/name)',
      },
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
    {
      id: 'private',
      alone: true,
      when: [
        { any: [{ code: 'private' }, { text: 'You must be invited to visit this community' }] },
        { status: 403 },
        { any: [{ host: 'reddit.com' }, { text: 'community' }] },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the subreddit is private',
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
    {
      id: 'quarantined',
      alone: true,
      when: [{ any: [{ code: 'quarantined' }, { code: 'gated' }] }, { status: 403 }, { body: /"error": ?403/ }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the subreddit is quarantined or gated: a logged-in user must opt in',
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
    {
      id: 'json-anonymous',
      when: [
        { status: 403 },
        { host: 'reddit.com' },
        { not: { host: 'oauth.reddit.com' } },
        { not: { text: /blocked by network security|whoa there, pardner|network policy/ } },
        { not: { code: ['private', 'quarantined', 'gated'] } },
      ],
      causes: {
        'credentials-missing': 'suggests',
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'Reddit refuses most calls to its pages and .json addresses that carry no login',
      fix: { who: 'caller', text: 'use the OAuth API at oauth.reddit.com with a token and an own User-Agent' },
      source: 'https://github.com/reddit-archive/reddit/wiki/API',
    },
    {
      id: 'oauth-forbidden',
      when: [{ status: 403 }, { host: 'oauth.reddit.com' }],
      causes: { 'scope-insufficient': 'suggests', 'not-owner': 'hints', 'role-missing': 'hints' },
      says: 'the token lacks the scope, or the user may not do this here',
      source: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
    },
  ],
};

export default vendor;
