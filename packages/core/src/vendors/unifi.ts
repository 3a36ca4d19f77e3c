import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'unifi',
  name: 'UniFi Network / UniFi OS',
  role: 'app',
  present: [{ text: /api\.err\./ }, { header: 'x-updated-csrf-token' }, { body: 'api.err.' }],
  refusals: [
    {
      id: 'no-permission',
      alone: true,
      when: [{ any: [{ body: 'api.err.NoPermission' }, { body: 'api.err.NoSiteContext' }] }],
      causes: { 'role-missing': 'proves' },
      says: "the account's role does not allow this",
      source: 'https://ubntwiki.com/products/software/unifi-controller/api',
    },
    {
      id: 'login-required',
      alone: true,
      when: [{ body: 'api.err.LoginRequired' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'suggests' },
      says: 'no session cookie came, or it is past its time',
      source: 'https://ubntwiki.com/products/software/unifi-controller/api',
    },
    {
      id: 'invalid-login',
      alone: true,
      when: [{ body: 'api.err.Invalid"' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source: 'https://ubntwiki.com/products/software/unifi-controller/api',
    },
    {
      id: 'two-factor',
      alone: true,
      when: [{ any: [{ body: 'api.err.Ubic2faTokenRequired' }, { body: 'api.err.Invalid2FAToken' }] }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted',
      source: 'https://ubntwiki.com/products/software/unifi-controller/api',
    },
    {
      id: 'usual-network',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:proxy\/network\/api\/|api\/(?:s\/[a-z0-9]{1,40}\/(?:stat|rest|cmd|list|get|set|upd|self)|self\/sites|stat\/sites))/,
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 32, 'credentials-missing': 30, 'credentials-invalid': 20, 'step-up-required': 6 },
      says: 'the cookie of the login is missing or past its time; consoles log in at /api/auth/login',
      source: 'https://help.ui.com/hc/en-us/articles/30076656117655-Getting-Started-with-the-Official-UniFi-API',
    },
    {
      id: 'usual-network-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:proxy\/(?:network|protect|access)\/)/ }],
      causes: {},
      usual: { 'csrf-missing': 34, 'role-missing': 32, 'csrf-invalid': 10, 'policy-denied': 6, 'rate-limited': 5 },
      says: 'writes on a console need X-CSRF-Token of the login, and cloud-only or view-only users lack the right',
      source: 'https://help.ui.com/hc/en-us/articles/30076656117655-Getting-Started-with-the-Official-UniFi-API',
    },
    {
      id: 'usual-integration',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/proxy\/(?:network|protect)\/integration\/v\d/ }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 22, 'role-missing': 12, 'feature-unavailable': 10 },
      says: 'the key of the integration API goes as X-API-KEY and is made on this console',
      source: 'https://help.ui.com/hc/en-us/articles/30076656117655-Getting-Started-with-the-Official-UniFi-API',
    },
    {
      id: 'usual-auth-login',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        { port: [443, 8443, 11443] },
        { path: /^\/api\/auth\/login(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 36, 'step-up-required': 22, 'rate-limited': 16, 'policy-denied': 8 },
      says: 'wrong login, or a cloud account with a second factor: make a local user',
      source: 'https://help.ui.com/hc/en-us/articles/30076656117655-Getting-Started-with-the-Official-UniFi-API',
    },
    {
      id: 'usual-protect',
      alone: true,
      when: [{ status: 401 }, { path: '/proxy/protect/' }],
      causes: {},
      usual: { 'credentials-expired': 34, 'credentials-missing': 30, 'credentials-invalid': 20, 'role-missing': 6 },
      says: 'the cookie of the login is missing or past its time',
      source: 'https://help.ui.com/hc/en-us/articles/30076656117655-Getting-Started-with-the-Official-UniFi-API',
    },
  ],
};

export default vendor;
