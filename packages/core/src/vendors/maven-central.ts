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
      causes: {},
      usual: { 'ip-refused': 34, 'rate-limited': 26, 'client-refused': 18, 'proxy-refused': 12 },
      says: 'mostly the address is blocked for too many requests, or a proxy on the way',
      source: 'https://central.sonatype.org/faq/403-error-central/',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'sonatype.org' }, { host: 'sonatype.com' }] },
        { method: ['PUT', 'POST'] },
      ],
      causes: {},
      usual: { 'not-owner': 34, 'role-missing': 22, 'credentials-invalid': 20, 'feature-unavailable': 10 },
      says: "mostly the namespace is not the account's, or the old host",
      source: 'https://central.sonatype.org/publish/publish-guide/',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        { any: [{ host: 'sonatype.org' }, { host: 'sonatype.com' }] },
        { method: ['PUT', 'POST'] },
      ],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 18, 'credentials-malformed': 4 },
      says: 'mostly a password in place of the user token, or settings.xml names another server id',
      source: 'https://central.sonatype.org/publish/publish-guide/',
    },
  ],
};

export default vendor;
