import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nexus',
  name: 'Sonatype Nexus',
  role: 'registry',
  present: [
    { header: 'server', is: /^nexus\//i },
    { challenge: 'basic', param: 'realm', is: /sonatype nexus/i },
  ],
  refusals: [
    {
      id: 'redeploy',
      alone: true,
      when: [{ text: /repository does not allow updating assets/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the repository forbids replacing a release',
      source: 'https://help.sonatype.com/en/repository-management.html',
    },
    {
      id: 'version-policy',
      alone: true,
      when: [{ text: /repository version policy: (release|snapshot) does not allow version/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the repository takes the other kind of version only',
      source: 'https://help.sonatype.com/en/maven-repositories.html',
    },
    {
      id: 'quarantine',
      alone: true,
      when: [{ text: 'requested item is quarantined' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the firewall holds the component in quarantine',
      source: 'https://help.sonatype.com/en/firewall-quarantine.html',
    },
    {
      id: 'routing',
      alone: true,
      when: [{ text: 'routing rules block the requested item from this repository' }],
      causes: { 'server-rule': 'proves', 'policy-denied': 'suggests' },
      says: 'a routing rule covers this path',
      source: 'https://help.sonatype.com/en/routing-rules.html',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'anti cross-site request forgery token mismatch' }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'cookie and header NX-ANTI-CSRF-TOKEN differ',
      source: 'https://help.sonatype.com/en/system-configuration.html',
    },
    {
      id: 'role',
      when: [{ status: 403 }, { not: { text: /quarantined|routing rules/ } }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the roles of the account lack the privilege for this repository',
      source: 'https://help.sonatype.com/en/privileges.html',
    },
  ],
};

export default vendor;
