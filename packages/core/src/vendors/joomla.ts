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
  ],
};

export default vendor;
