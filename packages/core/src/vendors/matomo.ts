import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'matomo',
  name: 'Matomo',
  role: 'app',
  present: [
    { cookie: 'MATOMO_SESSID' },
    { path: '/matomo.php' },
    {
      text: /you can't access this resource as it requires|unable to authenticate with the provided token\. it is either|matomo/,
    },
  ],
  refusals: [
    {
      id: 'view-access',
      alone: true,
      when: [{ text: /you can't access this resource as it requires/ }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'suggests' },
      says: "the token's user lacks this access to the website, or no token_auth came",
      source: 'https://matomo.org/faq/troubleshooting/faq_114/',
    },
    {
      id: 'token',
      alone: true,
      when: [{ text: /unable to authenticate with the provided token/ }],
      causes: { 'credentials-invalid': 'suggests', 'method-refused': 'hints' },
      says: 'the token_auth is wrong, or sent by GET where only POST is allowed',
      source: 'https://matomo.org/faq/troubleshooting/faq_114/',
    },
    {
      id: 'untrusted-host',
      alone: true,
      when: [
        {
          text: /you are now accessing matomo from .{1,120}, however, matomo has been configured to run at this address|untrusted hostname/,
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not among trusted_hosts',
      source: 'https://matomo.org/faq/troubleshooting/faq_114/',
    },
    {
      id: 'usual-tracker',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:[^?]{0,60}\/)?(?:matomo|piwik)\.(?:php|js)(?:\?|$)/ }],
      causes: {},
      usual: {
        'content-rejected': 24,
        'server-rule': 22,
        'client-refused': 16,
        'ip-refused': 14,
        'file-permissions': 10,
        'credentials-expired': 2,
      },
      says: 'a firewall takes the parameters of the tracker for an attack, or a rule closes its folder',
      source: 'https://matomo.org/faq/troubleshooting/faq_200/',
    },
    {
      id: 'usual-files',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/(?:(?:matomo|piwik|analytics|stats)\/(?:vendor|plugins|core|libs|lang|tmp|config|node_modules)|plugins\/(?:Core[A-Z]|Morpheus|TagManager|CoreHome|Login|API))[a-zA-Z]{0,40}\/[^?]{1,200}\.(?:php|json|js|css|svg|html|txt|ini|tpl|twig|woff2?|ttf)/,
        },
      ],
      causes: {},
      usual: { 'server-rule': 54, 'file-permissions': 16, 'content-rejected': 10, 'ip-refused': 3 },
      says: 'rules of the server close vendor and plugins, which hold styles and scripts of the page too',
      source: 'https://matomo.org/faq/troubleshooting/faq_200/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:[^?]{0,60}\/)?index\.php\?(?:[^#]{0,200}&)?module=[A-Z]/ }],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'role-missing': 24,
        'credentials-missing': 20,
        'content-rejected': 10,
        'credentials-expired': 4,
      },
      says: 'token_auth is missing, wrong or must come by POST, or the user may not view the site',
      source: 'https://developer.matomo.org/api-reference/reporting-api',
    },
  ],
};

export default vendor;
