import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vaultwarden',
  name: 'Bitwarden / Vaultwarden',
  role: 'app',
  present: [
    { path: '/identity/connect/token' },
    { path: '/identity/accounts' },
    { text: /two factor required|bitwarden|vaultwarden/ },
  ],
  refusals: [
    {
      id: 'two-factor',
      alone: true,
      when: [{ any: [{ text: 'Two factor required.' }, { text: 'Two-factor required' }] }, { body: 'twofactor' }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor is wanted',
      source: 'https://github.com/dani-garcia/vaultwarden/blob/main/src/api/identity.rs',
    },
    {
      id: 'username-or-password',
      alone: true,
      when: [
        { any: [{ text: 'Username or password is incorrect. Try again' }, { body: 'invalid_username_or_password' }] },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the e-mail address, password or client secret is wrong',
      source: 'https://github.com/dani-garcia/vaultwarden/blob/main/src/api/identity.rs',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [
        { status: [401, 403, 404] },
        { path: /^\/admin(?:\/(?:diagnostics|users|organizations|config|test|invite))?(?:\?|$)/ },
        { any: [{ cookie: 'VW_ADMIN' }, { cookie: 'BWRS_ADMIN' }] },
      ],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 22, 'ip-refused': 10, 'credentials-missing': 10 },
      says: 'the session of the admin page is past its twenty minutes',
      source: 'https://github.com/dani-garcia/vaultwarden/wiki/Enabling-admin-page',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:api\/(?:sync|ciphers|accounts\/(?:profile|keys|prelogin)|organizations|collections|folders|devices)|identity\/connect|notifications\/hub)/,
        },
        {
          any: [
            { path: /^\/(?:identity\/|notifications\/hub)/ },
            { path: /^\/api\/(?:sync|ciphers|accounts\/(?:profile|keys|prelogin))/ },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 20, 'proxy-refused': 16, 'credentials-invalid': 14 },
      says: 'the token is past its time, or a proxy or login in front drops it',
      source: 'https://github.com/dani-garcia/vaultwarden/wiki',
    },
  ],
};

export default vendor;
