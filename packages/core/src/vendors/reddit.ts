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
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'role-missing': 20,
        'client-refused': 14,
        'not-owner': 10,
        'policy-denied': 8,
      },
      says: 'the scope, a private community, or the app',
      source: 'https://github.com/reddit-archive/reddit/wiki/OAuth2',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'i.redd.it' }, { host: 'preview.redd.it' }, { host: 'v.redd.it' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'client-refused': 26,
        'object-hidden': 14,
        'origin-rejected': 8,
        'ip-refused': 8,
      },
      says: 'mostly a changed address whose signature no longer fits, or the client program',
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'reddit.com' }],
      causes: {},
      usual: { 'client-refused': 40, 'rate-limited': 40, 'ip-refused': 12 },
      says: 'mostly a generic User-Agent, which shares its limit with all others',
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'oauth.reddit.com' }, { host: 'reddit.com' }] }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 26,
        'credentials-missing': 12,
        'credentials-malformed': 4,
      },
      says: 'mostly a token past its hour, or wrong client credentials',
      source: 'https://support.reddithelp.com/hc/en-us/articles/16160319875092-Reddit-Data-API-Wiki',
    },
  ],
};

export default vendor;
