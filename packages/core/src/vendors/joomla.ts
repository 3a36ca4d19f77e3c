import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'joomla',
  name: 'Joomla',
  role: 'cms',
  present: [
    { header: 'x-content-powered-by', is: 'Joomla' },
    { cookie: 'joomla_' },
    { path: '/administrator/index.php' },
    {
      text: /the most recent request was denied because it (?:contained|had) an invalid security token|jlib_|you are not authorised to view this resource/,
    },
  ],
  refusals: [
    {
      id: 'invalid-token',
      alone: true,
      when: [
        {
          text: /(?:the most recent request was denied because it (?:contained|had) an invalid security token|the security token did not match)/,
        },
      ],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the form token is absent or not that of the session',
      source: 'https://github.com/joomla/joomla-cms/blob/5.4-dev/language/en-GB/joomla.ini',
    },
    {
      id: 'not-authorised',
      alone: true,
      when: [
        {
          any: [
            { text: 'You are not authorised to view this resource.' },
            { text: /you don't have permission to access this\. please contact a website administrator/ },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: "the user's view level or ACL does not allow this",
      source: 'https://github.com/joomla/joomla-cms/blob/5.4-dev/language/en-GB/joomla.ini',
    },
    {
      id: 'usual-administrator',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,200}\/)?administrator\/?(?:index\.php)?(?:\?|$)/ },
        { not: { host: /moodle/ } },
      ],
      causes: {},
      usual: {
        'ip-refused': 34,
        'server-rule': 22,
        'credentials-missing': 16,
        'client-refused': 8,
        'content-rejected': 8,
        'file-permissions': 4,
      },
      says: 'the administration is guarded by addresses, a password of the server, or a secret word in the URL',
      source: 'https://docs.joomla.org/Security_Checklist/Joomla!_Setup',
    },
    {
      id: 'usual-administrator-post',
      alone: true,
      when: [{ status: 403 }, { method: 'POST' }, { path: /^\/(?:[^?]{0,200}\/)?administrator\/index\.php/ }],
      causes: {},
      usual: {
        'content-rejected': 36,
        'csrf-invalid': 18,
        'ip-refused': 12,
        'role-missing': 12,
        'client-refused': 6,
        'credentials-expired': 5,
      },
      says: 'saving is refused by a firewall that reads the content, or by a stale form token',
      source: 'https://docs.joomla.org/Security_Checklist/Joomla!_Setup',
    },
    {
      id: 'usual-component',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:[^?]{0,200}\/)?index\.php\?option=com_[a-z]/ }],
      causes: {},
      usual: {
        'role-missing': 36,
        'csrf-invalid': 18,
        'content-rejected': 15,
        'credentials-missing': 12,
        'not-owner': 6,
        'ip-refused': 4,
      },
      says: 'the access level of the item is not one of the visitor, or the form token is stale',
      source: 'https://docs.joomla.org/J3.x:Access_Control_List_Tutorial',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,200}\/)?api\/index\.php\/v1\// }],
      causes: {},
      usual: {
        'credentials-missing': 26,
        'credentials-invalid': 24,
        'role-missing': 24,
        'feature-unavailable': 8,
        'credentials-malformed': 8,
        'content-rejected': 4,
      },
      says: 'the token is missing or was dropped, its plugin is off, or the user is not allowed to use the API',
      source: 'https://docs.joomla.org/J4.x:Joomla_Core_APIs',
    },
    {
      id: 'usual-com-ajax',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:[^?]{0,200}\/)?(?:components|modules|plugins|libraries)\/(?:com|mod|plg)_[^?]{1,200}\.php/ },
      ],
      causes: {},
      usual: { 'server-rule': 55, 'content-rejected': 18, 'file-permissions': 6, 'ip-refused': 4 },
      says: 'scripts of extensions may not be called directly',
      source: 'https://docs.joomla.org/Security_Checklist/Joomla!_Setup',
    },
  ],
};

export default vendor;
