import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'codeigniter',
  name: 'CodeIgniter',
  role: 'framework',
  present: [
    { cookie: 'ci_session' },
    { cookie: 'csrf_cookie_name' },
    { text: /codeigniter|the action you (?:have )?requested is not allowed/ },
  ],
  refusals: [
    {
      id: 'action-not-allowed',
      alone: true,
      when: [
        {
          any: [
            { text: 'The action you requested is not allowed.' },
            { text: 'The action you have requested is not allowed.' },
          ],
        },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the CSRF field is absent or not that of the cookie',
      fix: {
        who: 'caller',
        text: 'load the form again and send its csrf field with the cookie; a regenerated token makes the older page stale',
      },
      source: 'https://github.com/codeigniter4/CodeIgniter4/blob/develop/system/Language/en/Security.php',
    },
    {
      id: 'uri-characters',
      alone: true,
      when: [{ text: /the uri you submitted has disallowed characters/ }],
      causes: { 'content-rejected': 'proves' },
      says: 'the path has characters outside permittedURIChars',
      source: 'https://github.com/codeigniter4/CodeIgniter4/blob/develop/app/Config/App.php',
    },
    {
      id: 'no-direct-access',
      alone: true,
      when: [{ text: 'No direct script access allowed' }],
      causes: { 'server-rule': 'proves' },
      says: 'a PHP file of the framework was asked for directly',
      source: 'https://github.com/bcit-ci/CodeIgniter/blob/develop/index.php',
    },
  ],
};

export default vendor;
