import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'parse-server',
  name: 'Parse Server',
  role: 'platform',
  present: [{ sent: 'x-parse-application-id' }, { sent: 'x-parse-rest-api-key' }, { header: 'x-parse-job-status-id' }],
  refusals: [
    {
      id: 'usual-app-id',
      when: [
        { status: [401, 403] },
        { not: { any: [{ sent: 'x-parse-master-key' }, { sent: 'x-parse-session-token' }] } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'role-missing': 16,
        'credentials-malformed': 9,
        'credentials-missing': 6,
        'ip-refused': 6,
        'credentials-expired': 5,
      },
      says: 'the application id or the client key is not the one of the server',
      source: 'https://docs.parseplatform.org/parse-server/guide/',
    },
    {
      id: 'usual-master-key',
      when: [{ status: [401, 403] }, { sent: 'x-parse-master-key' }],
      causes: {},
      usual: { 'ip-refused': 52, 'credentials-invalid': 36, 'credentials-malformed': 3 },
      says: 'the master key counts only from masterKeyIps, by default the machine itself',
      source: 'https://parseplatform.org/parse-server/api/master/ParseServerOptions.html',
    },
    {
      id: 'usual-session',
      when: [{ status: [403, 401, 400] }, { sent: 'x-parse-session-token' }, { not: { sent: 'x-parse-master-key' } }],
      causes: {},
      usual: { 'credentials-expired': 34, 'credentials-invalid': 24, 'role-missing': 20, 'not-owner': 14 },
      says: 'the session token is past its time, or the ACL or class-level permissions refuse',
      source: 'https://docs.parseplatform.org/rest/guide/#security',
    },
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/parse\/(?:classes|users|login|functions|files|config|health|schemas|roles|sessions|installations|batch)/,
        },
        { not: { sent: 'x-parse-application-id' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 72, 'credentials-invalid': 8 },
      says: 'X-Parse-Application-Id is missing',
      source: 'https://docs.parseplatform.org/parse-server/guide/',
    },
  ],
};

export default vendor;
