import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pocketbase',
  name: 'PocketBase',
  role: 'api',
  present: [
    { path: '/api/collections/' },
    {
      text: /only (?:superusers|admins) can (?:perform|access) this action|the authorized record(?: model)? is not allowed/,
    },
  ],
  refusals: [
    {
      id: 'superusers',
      alone: true,
      when: [
        {
          any: [
            { text: 'Only superusers can perform this action' },
            { text: 'Only admins can perform this action' },
            { text: 'Only admins can access this action' },
            { text: 'Only superusers can filter' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves', 'credentials-missing': 'hints' },
      says: "the collection's rule is locked: superusers only",
      fix: {
        who: 'api-owner',
        text: "set the collection's API rule; an empty rule opens it, a locked one is for superusers",
      },
      source: 'https://github.com/pocketbase/pocketbase/blob/master/apis/middlewares.go',
    },
    {
      id: 'record-not-allowed',
      alone: true,
      when: [{ text: /the authorized record(?: model)? is not allowed to perform this action/ }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'this auth record may not do this',
      source: 'https://github.com/pocketbase/pocketbase/blob/master/apis/middlewares.go',
    },
    {
      id: 'record-token',
      alone: true,
      when: [{ text: /the request requires valid (?:record|admin|superuser|auth)[a-z ]{0,40}authorization token/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no valid token came',
      source: 'https://github.com/pocketbase/pocketbase/blob/master/apis/middlewares.go',
    },
    {
      id: 'usual-records-anonymous',
      alone: true,
      when: [
        { status: [403, 401, 400, 404] },
        { path: /^\/api\/collections\/[^/?]{1,60}\/records/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'role-missing': 50, 'credentials-missing': 28, 'object-hidden': 8 },
      says: 'the rule of the collection is for superusers (null) or does not hold for guests',
      source: 'https://pocketbase.io/docs/api-rules-and-filters/',
    },
    {
      id: 'usual-records-auth',
      alone: true,
      when: [
        { status: [403, 401, 400, 404] },
        { path: /^\/api\/collections\/[^/?]{1,60}\/records/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'role-missing': 48,
        'not-owner': 18,
        'object-hidden': 10,
        'credentials-expired': 8,
        'credentials-invalid': 6,
      },
      says: 'the rule of the collection does not hold for this user or record',
      source: 'https://pocketbase.io/docs/api-rules-and-filters/',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:collections(?:\?|$|\/import|\/meta)|settings|logs|backups|admins|crons)/ },
        { any: [{ path: /^\/api\/(?:collections|crons)/ }, { port: 8090 }] },
      ],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-missing': 28, 'credentials-expired': 14 },
      says: 'the route is for superusers',
      source: 'https://pocketbase.io/docs/api-rules-and-filters/',
    },
  ],
};

export default vendor;
