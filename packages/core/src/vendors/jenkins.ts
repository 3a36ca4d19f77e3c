import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jenkins',
  name: 'Jenkins',
  role: 'app',
  present: [
    { header: 'x-jenkins' },
    { header: 'x-hudson' },
    { header: 'x-you-are-authenticated-as' },
    { header: 'x-required-permission' },
    { text: /no valid crumb was included in the request|is missing the [a-z]{1,30}\/[a-z]{1,30} permission/ },
  ],
  refusals: [
    {
      id: 'crumb',
      alone: true,
      when: [{ text: 'No valid crumb was included in the request' }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests' },
      says: 'the crumb is absent, or belongs to another session',
      fix: {
        who: 'caller',
        text: 'ask /crumbIssuer/api/json with the same session cookie and send the crumb as Jenkins-Crumb, or use an API token, which needs none',
      },
      source: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        { text: /\bis missing the [a-z]{1,30}\/[a-z]{1,30} permission/ },
        { not: { text: 'anonymous is missing the' } },
      ],
      causes: { 'role-missing': 'proves', 'credentials-missing': 'hints' },
      says: 'the user lacks a permission; the answer names it',
      source:
        'https://github.com/jenkinsci/jenkins/blob/master/core/src/main/java/hudson/security/AccessDeniedException3.java',
    },
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: 'anonymous is missing the' }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'nobody is logged in, and the anonymous user may not do this',
      source:
        'https://github.com/jenkinsci/jenkins/blob/master/core/src/main/java/hudson/security/AccessDeniedException3.java',
    },
    {
      id: 'login-page',
      when: [
        { header: 'x-you-are-authenticated-as', is: 'anonymous' },
        { not: { text: 'is missing the' } },
        { status: 403 },
      ],
      causes: { 'credentials-missing': 'suggests' },
      says: 'nobody is logged in: Jenkins answers 403 with a page that leads to the login',
      source: 'https://www.jenkins.io/doc/book/security/access-control/permissions/',
    },
  ],
};

export default vendor;
