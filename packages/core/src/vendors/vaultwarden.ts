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
  ],
};

export default vendor;
