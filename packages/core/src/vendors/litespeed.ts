import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'litespeed',
  name: 'LiteSpeed',
  role: 'web-server',
  present: [{ header: 'server', is: 'LiteSpeed' }, { text: 'Access to this resource on the server is denied!' }],
  refusals: [
    {
      id: 'denied-directory',
      alone: true,
      when: [{ text: 'Access to this resource on the server is denied!' }, { path: /^[^?]*\/(?:\?.*)?$/ }],
      causes: {
        'directory-listing': 'suggests',
        'file-permissions': 'hints',
        'server-rule': 'hints',
        'content-rejected': 'hints',
        'ip-refused': 'hints',
      },
      says: 'LiteSpeed refused a directory: usually no index file, or permissions of the document root',
      source: 'https://docs.litespeedtech.com/cp/cpanel/403-error/',
    },
    {
      id: 'denied-path',
      alone: true,
      when: [{ text: 'Access to this resource on the server is denied!' }, { not: { path: /^[^?]*\/(?:\?.*)?$/ } }],
      causes: {
        'server-rule': 'suggests',
        'file-permissions': 'suggests',
        'content-rejected': 'suggests',
        'ip-refused': 'hints',
      },
      says: 'LiteSpeed refused this path: a rule in .htaccess, a mod_security rule, or file permissions',
      source: 'https://docs.litespeedtech.com/cp/cpanel/403-error/',
    },
    {
      id: 'captcha',
      alone: true,
      when: [{ body: '.lsrecap/recaptcha' }],
      causes: { 'client-refused': 'proves' },
      says: "LiteSpeed's protection asks the client to prove that it is no robot",
      source: 'https://docs.litespeedtech.com/lsws/security/#recaptcha',
    },
  ],
};

export default vendor;
