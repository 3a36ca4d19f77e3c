import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'typo3',
  name: 'TYPO3',
  role: 'cms',
  present: [
    { header: 'x-typo3-parsetime' },
    { cookie: 'fe_typo_user' },
    { cookie: 'be_typo_user' },
    { text: /typo3|trusted host pattern/ },
  ],
  refusals: [
    {
      id: 'trusted-hosts',
      alone: true,
      when: [{ text: /the current host header value does not match the configured trusted hosts pattern/ }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host does not match trustedHostsPattern',
      fix: { who: 'server-admin', text: "set SYS/trustedHostsPattern to the site's host names" },
      source: 'https://github.com/TYPO3/typo3/blob/main/typo3/sysext/core/Classes/Middleware/VerifyHostHeader.php',
    },
    {
      id: 'page-subscription',
      alone: true,
      when: [{ text: /subsection was found and not accessible|id was not an accessible page/ }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'the page is for a frontend user group only',
      source:
        'https://github.com/TYPO3/typo3/blob/main/typo3/sysext/frontend/Classes/Page/PageAccessFailureReasons.php',
    },
    {
      id: 'usual-page',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:index\.php)?\?(?:[^#]{0,200}&)?id=\d/ },
        { any: [{ cookie: 'fe_typo_user' }, { header: 'x-typo3-parsetime' }] },
      ],
      causes: {},
      usual: { 'role-missing': 52, 'credentials-missing': 25, 'credentials-expired': 5, 'ip-refused': 4 },
      says: 'the page is for user groups that the visitor is not in',
      source:
        'https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/Security/GuidelinesAdministrators/Index.html',
    },
    {
      id: 'usual-backend',
      alone: true,
      when: [{ status: 403 }, { path: /^\/typo3\/(?:index\.php|login|module|main|record|ajax|backend)?(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'ip-refused': 30,
        'content-rejected': 18,
        'csrf-invalid': 15,
        'role-missing': 14,
        'policy-denied': 6,
        'server-rule': 6,
      },
      says: 'the backend is limited by addresses, or a request token or firewall refuses the form',
      source:
        'https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/Security/GuidelinesAdministrators/Index.html',
    },
    {
      id: 'usual-install',
      alone: true,
      when: [{ status: 403 }, { path: /^\/typo3\/(?:install|sysext)/ }],
      causes: {},
      usual: {
        'server-rule': 46,
        'policy-denied': 18,
        'ip-refused': 12,
        'file-permissions': 6,
        'directory-listing': 4,
      },
      says: 'the install tool is locked without its file, and extensions are not to be called directly',
      source:
        'https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/Security/GuidelinesAdministrators/Index.html',
    },
    {
      id: 'usual-fileadmin',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:fileadmin|typo3temp|typo3conf|uploads\/tx_)/ },
      ],
      causes: {},
      usual: {
        'file-permissions': 34,
        'server-rule': 26,
        'directory-listing': 14,
        'role-missing': 8,
        'origin-rejected': 4,
      },
      says: 'the worker cannot read the folder, or a rule closes it',
      source:
        'https://docs.typo3.org/m/typo3/reference-coreapi/main/en-us/Security/GuidelinesAdministrators/Index.html',
    },
  ],
};

export default vendor;
