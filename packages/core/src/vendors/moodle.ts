import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'moodle',
  name: 'Moodle',
  role: 'app',
  present: [
    { cookie: 'MoodleSession' },
    { path: '/webservice/rest/server.php' },
    { body: /"exception": ?"[a-z_]{1,60}exception", ?"errorcode"/ },
    { text: /moodle|access control exception/ },
  ],
  refusals: [
    {
      id: 'access-exception',
      alone: true,
      when: [{ any: [{ code: 'accessexception' }, { text: 'Access control exception' }] }],
      causes: { 'role-missing': 'suggests', 'feature-unavailable': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the service does not hold this function, the user lacks the capability, or web services are off',
      source: 'https://docs.moodle.org/en/Using_web_services',
    },
    {
      id: 'token',
      alone: true,
      when: [
        { any: [{ code: 'invalidtoken' }, { text: 'Invalid token - token not found' }] },
        { any: [{ body: '"errorcode"' }, { text: 'token not found' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is unknown or past its time',
      source: 'https://docs.moodle.org/en/Using_web_services',
    },
    {
      id: 'sesskey',
      alone: true,
      when: [
        {
          any: [
            { code: 'invalidsesskey' },
            {
              text: /incorrect sesskey submitted, form not accepted|your session has most likely timed out\. please log in again/,
            },
          ],
        },
      ],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'the sesskey is absent or stale',
      source: 'https://docs.moodle.org/en/Using_web_services',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        { any: [{ code: 'nopermissions' }, { text: /sorry, but you do not currently have permissions to do that/ }] },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks the capability; the answer names it',
      source: 'https://docs.moodle.org/en/Using_web_services',
    },
    {
      id: 'usual-pluginfile',
      alone: true,
      when: [
        { status: [403, 404] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,60}\/)?(?:webservice\/)?(?:plugin|draft|token|user)?pluginfile\.php/ },
      ],
      causes: {},
      usual: {
        'credentials-missing': 30,
        'role-missing': 24,
        'credentials-invalid': 18,
        'object-hidden': 12,
        'credentials-expired': 6,
      },
      says: 'the file is for those enrolled; programs need webservice/pluginfile.php with their token',
      source: 'https://moodledev.io/docs/apis/subsystems/external/files',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/(?:[^?]{0,60}\/)?(?:course\/modedit|course\/edit|admin\/settings|mod\/[a-z]{2,20}\/(?:edit|view))\.php/,
        },
      ],
      causes: {},
      usual: {
        'content-rejected': 40,
        'role-missing': 22,
        'csrf-invalid': 10,
        'ip-refused': 10,
        'credentials-expired': 6,
      },
      says: 'a firewall reads the content of the form, or the role lacks the capability',
      source: 'https://docs.moodle.org/en/Security_recommendations',
    },
  ],
};

export default vendor;
