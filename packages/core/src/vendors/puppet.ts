import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'puppet',
  name: 'Puppet Server',
  role: 'app',
  present: [
    { header: 'x-puppet-version' },
    { text: /forbidden request: \/?(?:puppet|[a-z0-9_.-]{1,100}\([0-9.]{1,20}\) access to)/ },
  ],
  refusals: [
    {
      id: 'auth-conf',
      alone: true,
      when: [{ text: /forbidden request: / }, { any: [{ text: /\(method :[a-z]{1,10}\)/ }, { text: /access to \// }] }],
      causes: { 'server-rule': 'suggests', 'credentials-invalid': 'hints', 'not-owner': 'hints' },
      says: 'no rule of auth.conf allows this certificate name on this path',
      fix: {
        who: 'server-admin',
        text: "add a rule to auth.conf; the certificate's name must be the node's own where the rule asks for that",
      },
      source: 'https://www.puppet.com/docs/puppet/latest/server/config_file_auth.html',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:puppet\/v[34]|puppet-ca\/v1|puppet-admin-api|status\/v1|pdb\/)\// }],
      causes: {},
      usual: { 'role-missing': 40, 'tls-required': 22, 'server-rule': 16, 'credentials-invalid': 8 },
      says: 'auth.conf allows the certificate names of its rules only',
      source: 'https://www.puppet.com/docs/puppet/8/config_file_auth.html',
    },
  ],
};

export default vendor;
