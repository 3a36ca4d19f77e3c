import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'posthog',
  name: 'PostHog',
  role: 'api',
  present: [{ host: 'posthog.com' }, { text: 'posthog' }, { body: '"type":"authentication_error","code"' }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ text: /api key missing required scope '[a-z_:]{1,60}'/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the personal API key lacks a scope; the answer names it',
      source: 'https://posthog.com/docs/api',
    },
    {
      id: 'key',
      when: [
        {
          any: [
            { text: 'Personal API key found in request Authorization header is invalid.' },
            { text: 'Project API key invalid.' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key is wrong, or a project key was sent where a personal one is wanted',
      source: 'https://posthog.com/docs/api',
    },
  ],
};

export default vendor;
