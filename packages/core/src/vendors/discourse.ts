import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'discourse',
  name: 'Discourse',
  role: 'app',
  present: [
    { header: 'x-discourse-route' },
    { header: 'x-discourse-username' },
    { cookie: '_forum_session' },
    { body: '"error_type":"invalid_access"' },
    { body: '["BAD CSRF"]' },
  ],
  refusals: [
    {
      id: 'bad-csrf',
      alone: true,
      when: [{ text: /\bbad csrf\b(?! token)/ }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests' },
      says: 'the X-CSRF-Token is absent or stale; API calls need Api-Key and Api-Username as headers instead',
      fix: { who: 'caller', text: 'send Api-Key and Api-Username as headers, not in the body or the query' },
      source: 'https://github.com/discourse/discourse/blob/main/app/controllers/application_controller.rb',
    },
    {
      id: 'invalid-access',
      alone: true,
      when: [
        {
          any: [
            { text: 'You are not permitted to view the requested resource.' },
            { body: '"error_type":"invalid_access"' },
            { body: '"error_type": "invalid_access"' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'credentials-missing': 'hints' },
      says: "the user's groups or trust level do not allow this, or the API key is not of this user",
      source: 'https://github.com/discourse/discourse/blob/main/app/controllers/application_controller.rb',
    },
    {
      id: 'api-key',
      when: [{ any: [{ text: 'The API username or key is invalid.' }, { text: /invalid api key/ }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the Api-Key and Api-Username do not fit each other',
      source: 'https://github.com/discourse/discourse/blob/main/app/controllers/application_controller.rb',
    },
    {
      id: 'rate',
      alone: true,
      when: [
        {
          any: [
            { text: /you've performed this action too many times/ },
            { body: '"error_type":"rate_limit"' },
            { text: "Slow down, you're making too many requests" },
          ],
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit of the user or address is reached',
      source: 'https://github.com/discourse/discourse/blob/main/app/controllers/application_controller.rb',
    },
    {
      id: 'usual-admin',
      when: [
        { status: [403, 404] },
        { path: /^\/admin\// },
        { any: [{ header: 'x-discourse-route' }, { cookie: '_forum_session' }, { sent: 'api-username' }] },
      ],
      causes: {},
      usual: {
        'role-missing': 40,
        'credentials-invalid': 22,
        'credentials-missing': 18,
        'scope-insufficient': 8,
        'ip-refused': 5,
      },
      says: 'the routes of administrators are hidden from others',
      source: 'https://docs.discourse.org/',
    },
  ],
};

export default vendor;
