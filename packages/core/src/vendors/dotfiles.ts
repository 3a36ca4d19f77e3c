import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dotfiles',
  name: "A web server's dotfiles",
  role: 'web-server',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-git',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,200}\/)?\.(?:git|svn|hg|bzr)(?:\/|$|\?)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 60,
        'content-rejected': 18,
        'file-permissions': 6,
        'ip-refused': 5,
        'client-refused': 4,
        'object-hidden': 2,
      },
      says: 'a folder of version control is nearly always closed by a rule for dotfiles or by a firewall',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-env',
      alone: true,
      when: [
        { status: [403, 406] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,200}\/)?\.(?:env|aws|ssh|npmrc|dockercfg|docker|vscode|idea|DS_Store|bash_history|ftpconfig)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'server-rule': 55, 'content-rejected': 26, 'client-refused': 6, 'ip-refused': 5, 'file-permissions': 4 },
      says: 'files with secrets are closed by a rule for dotfiles or by a firewall that knows such probes',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-ht',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:[^?]{0,200}\/)?\.(?:htaccess|htpasswd|htdigest|user\.ini|php-version)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'server-rule': 62, 'content-rejected': 12, 'file-permissions': 8, 'ip-refused': 4 },
      says: 'Apache closes .ht files for everyone in its own configuration',
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
    {
      id: 'usual-acme',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/\.well-known\/(?:acme-challenge|pki-validation)\/[^/?]/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 40,
        'file-permissions': 22,
        'ip-refused': 9,
        'client-refused': 8,
        'content-rejected': 6,
        'directory-listing': 4,
        'object-hidden': 3,
      },
      says: 'a rule for dotfiles, or a webroot that the worker cannot read, keeps the challenge of the certificate from being fetched',
      source: 'https://letsencrypt.org/docs/challenge-types/',
    },
    {
      id: 'usual-acme-folder',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/\.well-known\/(?:acme-challenge\/?)?(?:\?|$)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'directory-listing': 45, 'server-rule': 30, 'file-permissions': 14, 'ip-refused': 4 },
      says: 'the folder of the challenges has no index, which says nothing about the files in it',
      source: 'https://letsencrypt.org/docs/challenge-types/',
    },
    {
      id: 'usual-acme-login',
      alone: true,
      when: [
        { status: 401 },
        { method: ['GET', 'HEAD'] },
        { path: '/.well-known/acme-challenge/' },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'server-rule': 45, 'credentials-missing': 38, 'ip-refused': 5, 'proxy-refused': 4 },
      says: 'the password of the site covers the challenge too: the rule needs an exception for it',
      source: 'https://letsencrypt.org/docs/challenge-types/',
    },
    {
      id: 'usual-well-known-app',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/\.well-known\/(?:assetlinks\.json|apple-app-site-association|security\.txt|change-password|gpc\.json|webfinger|nodeinfo|host-meta|matrix|mta-sts|discord|brave)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 34,
        'client-refused': 18,
        'file-permissions': 13,
        'ip-refused': 10,
        'credentials-missing': 8,
        'content-rejected': 6,
        'object-hidden': 4,
      },
      says: 'a rule for dotfiles, bot protection or the rights of the file keep it from being fetched',
      source: 'https://www.rfc-editor.org/rfc/rfc8615',
    },
    {
      id: 'usual-well-known-metadata',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:[^?]{0,120}\/)?\.well-known\/(?:openid-configuration|oauth-authorization-server|oauth-protected-resource|jwks\.json|openid-federation)/,
        },
        { not: { path: /\/realms\// } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'server-rule': 32,
        'credentials-missing': 20,
        'ip-refused': 14,
        'client-refused': 10,
        'host-rejected': 7,
        'proxy-refused': 5,
        'object-hidden': 4,
      },
      says: 'metadata that ought to be open is caught by a rule for dotfiles, by a login in front or by a network policy',
      source: 'https://openid.net/specs/openid-connect-discovery-1_0.html',
    },
  ],
};

export default vendor;
