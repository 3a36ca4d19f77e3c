import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'maven-central',
  name: 'Maven Central',
  role: 'registry',
  present: [
    { host: 'sonatype.com' },
    { host: 'sonatype.org' },
    { host: 'repo1.maven.org' },
    { host: 'repo.maven.apache.org' },
  ],
  refusals: [
    {
      id: 'https',
      alone: true,
      when: [{ text: /501 https required|use https:\/\/repo1?\.maven/ }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP is not taken',
      source: 'https://central.sonatype.org/faq/501-https-required/',
    },
    {
      id: 'namespace',
      alone: true,
      when: [{ text: /namespace '[^']{1,120}' is not allowed/ }],
      causes: { 'not-owner': 'proves', 'role-missing': 'suggests' },
      says: 'the namespace is not verified for this account',
      source: 'https://central.sonatype.org/register/namespace/',
    },
    {
      id: 'token',
      alone: true,
      when: [{ text: 'content access is protected by token' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'suggests' },
      says: 'OSSRH and Central take user tokens, not the password',
      source: 'https://central.sonatype.org/publish/generate-portal-token/',
    },
    {
      id: 'download',
      when: [{ status: 403 }, { host: /^(repo1\.maven\.org|repo\.maven\.apache\.org)$/ }],
      causes: { 'ip-refused': 'suggests', 'rate-limited': 'hints', 'client-refused': 'hints' },
      says: 'Central blocks addresses that fetch too much or mirror',
      source: 'https://central.sonatype.org/faq/403-error-central/',
    },
  ],
};

export default vendor;
