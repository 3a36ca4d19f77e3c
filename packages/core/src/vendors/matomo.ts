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
  ],
};

export default vendor;
