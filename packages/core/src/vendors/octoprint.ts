import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'octoprint',
  name: 'OctoPrint',
  role: 'app',
  present: [{ cookie: 'csrf_token_P' }, { cookie: 'session_P' }, { text: 'octoprint' }],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'CSRF validation failed' }, { not: { text: 'splunk' } }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'a session login without the X-CSRF-Token header of its cookie; an API key needs none',
      source: 'https://docs.octoprint.org/en/main/api/general.html',
    },
    {
      id: 'usual-no-key',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/(?:printer(?:\/|\?|$)|printerprofiles|slicing|timelapse|plugin\/|(?:job|connection|files\/local)(?:\?|$))/,
        },
        { not: { sent: 'x-api-key' } },
        { not: { sent: 'authorization' } },
        { not: { sent: 'cookie' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 64, 'credentials-malformed': 8, 'ip-refused': 8, 'role-missing': 5 },
      says: 'the API key goes as X-Api-Key',
      source: 'https://docs.octoprint.org/en/master/api/general.html',
    },
    {
      id: 'usual-key',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/(?:printer(?:\/|\?|$)|printerprofiles|slicing|timelapse|plugin\/|(?:job|connection|files\/local)(?:\?|$))/,
        },
        { sent: 'x-api-key' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 50, 'role-missing': 26, 'csrf-missing': 5, 'feature-unavailable': 4 },
      says: 'the key is wrong or was made anew, or its user lacks the permission',
      source: 'https://docs.octoprint.org/en/master/api/general.html',
    },
    {
      id: 'usual-session',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/api\/(?:printer(?:\/|\?|$)|printerprofiles|slicing|timelapse|plugin\/|(?:job|connection|files\/local)(?:\?|$))/,
        },
        { not: { sent: 'x-api-key' } },
        { sent: 'cookie' },
      ],
      causes: {},
      usual: { 'csrf-missing': 34, 'credentials-expired': 22, 'role-missing': 18, 'credentials-invalid': 14 },
      says: 'with a session a write needs X-CSRF-Token with the value of its cookie',
      source: 'https://docs.octoprint.org/en/master/api/general.html',
    },
  ],
};

export default vendor;
