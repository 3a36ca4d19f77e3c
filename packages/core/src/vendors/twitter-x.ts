import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'twitter-x',
  name: 'X (Twitter)',
  role: 'api',
  present: [
    { host: 'video.twimg.com' },
    { host: 'pbs.twimg.com' },
    { host: 'api.twitter.com' },
    { host: 'api.x.com' },
    { host: 'upload.twitter.com' },
    { body: 'api.twitter.com/2/problems' },
    { body: 'developer.twitter.com' },
  ],
  refusals: [
    {
      id: 'client-not-enrolled',
      alone: true,
      when: [
        {
          any: [
            { body: 'client-not-enrolled' },
            { body: 'client-forbidden' },
            {
              text: /client forbidden|when authenticating requests to the twitter api v2 endpoints, you must use keys and tokens from a twitter developer app that is attached to a project/,
            },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the app is not attached to a project of a plan that includes this endpoint',
      fix: {
        who: 'api-owner',
        text: 'attach the app to a project in the developer portal, and take a plan that includes the endpoint',
      },
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'code-453',
      alone: true,
      when: [
        {
          any: [
            {
              text: /you currently have access to a subset of (?:twitter|x) api v2 endpoints|you currently have essential access/,
            },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: "the plan's access level does not include this endpoint",
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'oauth1-permissions',
      alone: true,
      when: [
        {
          any: [
            { text: 'oauth1-permissions' },
            { body: 'oauth1-permissions' },
            {
              text: 'Your client app is not configured with the appropriate oauth1 app permissions for this endpoint.',
            },
            { text: 'Read-only application cannot POST' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app or its token was made with read-only permissions',
      fix: { who: 'api-owner', text: 'set the app to Read and Write, then make the access token anew' },
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'unsupported-authentication',
      alone: true,
      when: [
        {
          any: [
            { body: 'unsupported-authentication' },
            {
              text: /authenticating with (?:oauth 2\.0 application-only|unknown|oauth 1\.0a user context|oauth 2\.0 user context) is forbidden for this endpoint/,
            },
            { text: 'Your credentials do not allow access to this resource' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "this kind of token is not taken here: a user's token is wanted, or the other way round",
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'duplicate',
      alone: true,
      when: [
        {
          any: [
            { text: 'Status is a duplicate.' },
            { text: 'You are not allowed to create a Tweet with duplicate content.' },
          ],
        },
      ],
      causes: { 'content-rejected': 'proves', 'rate-limited': 'hints' },
      says: 'the same text was posted before',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'suspended',
      alone: true,
      when: [
        {
          any: [
            { text: 'Your account is suspended and is not permitted to access this feature' },
            { text: 'User has been suspended.' },
            { text: 'To protect our users from spam and other malicious activity, this account is temporarily locked' },
          ],
        },
        { any: [{ body: 'twitter' }, { text: 'account' }, { host: 'api.twitter.com' }, { host: 'api.x.com' }] },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is suspended or locked',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'automated',
      alone: true,
      when: [{ text: 'This request looks like it might be automated' }],
      causes: { 'client-refused': 'suggests', 'rate-limited': 'hints' },
      says: 'the request looks automated to X',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'invalid-token',
      when: [
        { any: [{ code: '89' }, { code: '32' }, { text: 'Bad Authentication data' }] },
        {
          any: [
            { host: 'api.twitter.com' },
            { host: 'api.x.com' },
            { body: 'twitter' },
            { body: 'could not authenticate you' },
            { body: 'bad authentication data' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token or its signature is not valid',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'not-allowed',
      when: [
        { text: 'You are not permitted to perform this action.' },
        { any: [{ host: 'api.twitter.com' }, { host: 'api.x.com' }] },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: "the user, the app's permissions or the tweet's settings do not allow this",
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'api.twitter.com' }, { host: 'api.x.com' }, { host: 'upload.twitter.com' }] },
      ],
      causes: {},
      usual: {
        'feature-unavailable': 50,
        'scope-insufficient': 20,
        'policy-denied': 10,
        'client-refused': 5,
        'role-missing': 5,
      },
      says: 'mostly the access level does not include this endpoint, or the app has only Read',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        { any: [{ host: 'api.twitter.com' }, { host: 'api.x.com' }, { host: 'upload.twitter.com' }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-malformed': 16,
        'credentials-expired': 10,
        'feature-unavailable': 10,
        'credentials-missing': 8,
      },
      says: 'mostly the OAuth 1.0a signature, or tokens from before the permission changed',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
    {
      id: 'usual-media',
      when: [{ status: 403 }, { any: [{ host: 'video.twimg.com' }, { host: 'pbs.twimg.com' }] }],
      causes: {},
      usual: { 'origin-rejected': 56, 'client-refused': 18, 'ip-refused': 8, 'object-hidden': 6 },
      says: 'mostly a Referer of another site',
      source: 'https://docs.x.com/x-api/fundamentals/response-codes-and-errors',
    },
  ],
};

export default vendor;
