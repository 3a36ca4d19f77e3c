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
  ],
};

export default vendor;
