import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openhab',
  name: 'openHAB',
  role: 'app',
  present: [{ header: 'server', is: /^openhab/i }, { cookie: 'X-OPENHAB-' }],
  refusals: [
    {
      id: 'usual-rest-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/rest\/(?:items|things|rules|addons|bindings|channel-types|discovery|inbox|sitemaps|persistence)(?:[/?]|$)/,
        },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 60, 'role-missing': 17, 'ip-refused': 3 },
      says: 'reading of items is open, administration asks for a token',
      source: 'https://www.openhab.org/docs/configuration/restdocs.html',
    },
    {
      id: 'usual-rest-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/rest\/(?:items|things|rules|addons|bindings|channel-types|discovery|inbox|sitemaps|persistence)(?:[/?]|$)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 36, 'feature-unavailable': 24, 'role-missing': 20, 'credentials-malformed': 8 },
      says: 'the token is wrong, Basic is off in the API security settings, or the user is no administrator',
      source: 'https://www.openhab.org/docs/configuration/restdocs.html',
    },
  ],
};

export default vendor;
