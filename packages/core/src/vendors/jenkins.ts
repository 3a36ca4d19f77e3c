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
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:jenkins\/)?(?:job\/|api\/(?:json|xml)|computer\/|queue\/(?:api|item|cancel)|scriptText(?:\?|$)|createItem|cli(?:\?|$)|pluginManager\/|crumbIssuer\/)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 54, 'role-missing': 17, 'csrf-missing': 14, 'object-hidden': 3 },
      says: 'anonymous users may not read, and writes need a user and an API token',
      source: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    },
    {
      id: 'usual-auth-write',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        {
          path: /^\/(?:jenkins\/)?(?:job\/|computer\/|queue\/(?:api|item|cancel)|scriptText(?:\?|$)|createItem|pluginManager\/|credentials\/store)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'csrf-missing': 40, 'role-missing': 27, 'credentials-invalid': 18, 'proxy-refused': 4 },
      says: 'a password in place of an API token needs a crumb with the cookie of the same session',
      source: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:jenkins\/)?(?:job\/|api\/(?:json|xml)|computer\/|queue\/(?:api|item|cancel)|scriptText(?:\?|$)|createItem|cli(?:\?|$)|pluginManager\/|crumbIssuer\/)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-expired': 6, 'credentials-malformed': 6, 'role-missing': 3 },
      says: 'the API token is wrong, or the user name is not the id',
      source: 'https://www.jenkins.io/doc/book/system-administration/authenticating-scripted-clients/',
    },
    {
      id: 'usual-auth-read',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:jenkins\/)?(?:job\/|api\/(?:json|xml)|computer\/|queue\/(?:api|item|cancel)|scriptText(?:\?|$)|pluginManager\/|crumbIssuer\/)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'role-missing': 62, 'credentials-invalid': 14, 'not-owner': 5, 'feature-unavailable': 4 },
      says: 'the user lacks Overall/Read or Job/Read',
      source: 'https://www.jenkins.io/doc/book/security/managing-security/',
    },
    {
      id: 'usual-webhook',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        {
          path: /^\/(?:jenkins\/)?(?:github-webhook|gitlab\/build_now|project\/[^/?]{1,80}|bitbucket-hook|bitbucket-scmsource-hook|generic-webhook-trigger|gitea-webhook|git\/notifyCommit|buildByToken|multibranch-webhook-trigger)(?:[/?]|$)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 26,
        'credentials-invalid': 22,
        'role-missing': 18,
        'csrf-missing': 14,
        'ip-refused': 6,
        'feature-unavailable': 4,
      },
      says: 'the token of the hook does not fit, the anonymous user lacks the right, or the path lacks its slash',
      source: 'https://plugins.jenkins.io/github/',
    },
    {
      id: 'usual-cookie',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        {
          path: /^\/(?:jenkins\/)?(?:job\/|computer\/|queue\/(?:api|item|cancel)|scriptText(?:\?|$)|createItem|pluginManager\/|credentials\/|ajaxBuildQueue|descriptorByName\/|\$stapler\/)/,
        },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 36,
        'csrf-missing': 26,
        'credentials-expired': 16,
        'role-missing': 10,
        'proxy-refused': 5,
      },
      says: 'the crumb is of another session or address: proxies that change addresses break it',
      source: 'https://www.jenkins.io/doc/book/security/csrf-protection/',
    },
  ],
};

export default vendor;
