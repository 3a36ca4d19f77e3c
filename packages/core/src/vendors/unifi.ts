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
  ],
};

export default vendor;
