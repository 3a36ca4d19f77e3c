import type { Vendor } from '../model/vendor.ts';

// What it sends with every answer so that nothing keeps it: hdr_nocache of http-backend.c.
const NO_CACHE = { header: 'expires', is: 'fri, 01 jan 1980 00:00:00 gmt' } as const;
const PUSH = { path: /\/info\/refs\?service=git-receive-pack|\/git-receive-pack(?:\?|$)/ } as const;

const vendor: Vendor = {
  id: 'git-http-backend',
  name: 'git http-backend',
  role: 'source-host',
  present: [NO_CACHE],
  refusals: [
    {
      id: 'push-off',
      when: [{ status: 403 }, NO_CACHE, PUSH, { sent: 'authorization' }],
      causes: { 'feature-unavailable': 'suggests', 'role-missing': 'hints' },
      says: 'pushing is not enabled for this repository',
      fix: { who: 'server-admin', text: 'set http.receivepack to true in the configuration of this repository' },
      source: 'https://git-scm.com/docs/git-http-backend#Documentation/git-http-backend.txt-httpreceivepack',
    },
    {
      id: 'push-anonymous',
      when: [{ status: 403 }, NO_CACHE, PUSH, { not: { sent: 'authorization' } }],
      causes: { 'credentials-missing': 'suggests', 'feature-unavailable': 'hints' },
      says: 'pushing is enabled only for who is logged in',
      fix: {
        who: 'server-admin',
        text: 'let the web server ask for a login on receive-pack, for what is anonymous may only fetch',
      },
      source: 'https://git-scm.com/docs/git-http-backend#_services',
    },
    {
      id: 'usual-fetch-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/[^?]{1,200}\/(?:info\/refs\?service=git-upload-pack|git-upload-pack)/ },
        { not: { sent: 'authorization' } },
        {
          not: {
            any: [
              { header: 'server', is: /github|gitlab/i },
              { cookie: '_gitlab_session' },
              { challenge: 'basic', param: 'realm', is: /gitlab/i },
              { host: /(?:github\.com|bitbucket\.org|dev\.azure\.com|gitlab\.com|codeberg\.org)$/ },
            ],
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 56, 'object-hidden': 24, 'credentials-invalid': 4 },
      says: 'a private repository, or one that is not there: both ask for a login',
      source: 'https://git-scm.com/docs/git-http-backend',
    },
    {
      id: 'usual-fetch-auth',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/[^?]{1,200}\/(?:info\/refs\?service=git-|git-(?:upload|receive)-pack)/ },
        { sent: 'authorization' },
        {
          not: {
            any: [
              { header: 'server', is: /github|gitlab/i },
              { cookie: '_gitlab_session' },
              { challenge: 'basic', param: 'realm', is: /gitlab/i },
              { host: /(?:github\.com|bitbucket\.org|dev\.azure\.com|gitlab\.com|codeberg\.org)$/ },
            ],
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 60,
        'credentials-expired': 12,
        'step-up-required': 8,
        'credentials-malformed': 6,
        'object-hidden': 3,
      },
      says: 'the password is no longer taken or was saved wrong: a token is asked for',
      source: 'https://git-scm.com/docs/git-http-backend',
    },
    {
      id: 'usual-dumb',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/[^?]{1,200}\.git\/(?:HEAD|objects\/|config$|info\/refs$)/ },
        { not: { path: /\/\.git\// } },
      ],
      causes: {},
      usual: { 'file-permissions': 34, 'server-rule': 28, 'credentials-missing': 18, 'object-hidden': 8 },
      says: 'a repository served as files needs readable objects and update-server-info',
      source: 'https://git-scm.com/docs/git-http-backend',
    },
  ],
};

export default vendor;
