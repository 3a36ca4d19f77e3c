import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'plesk',
  name: 'Plesk',
  role: 'platform',
  present: [
    { header: 'x-powered-by', is: /^plesk/i },
    { header: 'server', is: 'sw-cp-server' },
    { cookie: 'PLESKSESSID' },
    { header: 'x-powered-by', is: 'PleskLin' },
  ],
  refusals: [
    {
      id: 'usual-site-page',
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { header: 'x-powered-by', is: 'PleskLin' }],
      causes: {},
      usual: {
        'directory-listing': 26,
        'content-rejected': 22,
        'file-permissions': 20,
        'server-rule': 14,
        'ip-refused': 10,
        'client-refused': 3,
      },
      says: 'the site has no index, its ModSecurity refuses, or rights were changed',
      source: 'https://support.plesk.com/hc/en-us/articles/12377130888983',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8443, 8880] },
        { path: /^\/(?:api\/v2\/|enterprise\/control\/agent\.php)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'ip-refused': 20,
        'credentials-missing': 14,
        'role-missing': 10,
        'feature-unavailable': 5,
        'credentials-malformed': 5,
      },
      says: 'the login or key is wrong, or the address may not administer',
      source: 'https://docs.plesk.com/en-US/obsidian/api-rpc/about-rest-api.79359/',
    },
    {
      id: 'usual-panel',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8443, 8880] },
        { path: /^\/(?:login_up\.php|smb\/|admin\/|plesk\/|modules\/)/ },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 24,
        'ip-refused': 24,
        'credentials-expired': 18,
        'credentials-invalid': 13,
        'role-missing': 8,
      },
      says: 'the token of the form or the session is stale, or the address may not administer',
      source: 'https://docs.plesk.com/en-US/obsidian/api-rpc/about-rest-api.79359/',
    },
  ],
};

export default vendor;
