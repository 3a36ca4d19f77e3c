import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tesla',
  name: 'Tesla Fleet API',
  role: 'api',
  present: [
    { host: 'vn.cloud.tesla.com' },
    { host: 'owner-api.teslamotors.com' },
    { body: 'developer.tesla.com/docs/fleet-api' },
  ],
  refusals: [
    {
      id: 'scopes',
      alone: true,
      when: [{ text: 'unauthorized missing scopes' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the owner has not granted the scope of this call to the app',
      fix: {
        who: 'caller',
        text: 'let the owner revoke the consent and give it anew with the scope, then use the new token',
      },
      source: 'https://github.com/teslamotors/vehicle-command/blob/main/README.md',
    },
    {
      id: 'signed',
      alone: true,
      when: [{ text: 'tesla vehicle command protocol required' }],
      causes: { 'feature-unavailable': 'suggests', 'credentials-malformed': 'hints', 'policy-denied': 'hints' },
      says: 'this vehicle takes signed commands only',
      fix: { who: 'caller', text: 'send commands through the vehicle command proxy or library, with the key paired' },
      source: 'https://developer.tesla.com/docs/fleet-api',
    },
    {
      id: 'pairing',
      alone: true,
      when: [{ text: 'your public key has not been paired with the vehicle' }],
      causes: { 'role-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'the public key of the app is not paired with the vehicle',
      source: 'https://github.com/teslamotors/vehicle-command/blob/main/README.md',
    },
    {
      id: 'region',
      alone: true,
      when: [{ text: 'user out of region, use base url' }],
      causes: { 'host-rejected': 'proves', 'not-403': 'hints' },
      says: 'the account belongs to another region; the answer names its base URL',
      source: 'https://developer.tesla.com/docs/fleet-api',
    },
    {
      id: 'partner',
      alone: true,
      when: [{ text: 'must be registered in the current region' }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the partner account is not registered in this region',
      source: 'https://developer.tesla.com/docs/fleet-api',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'vn.cloud.tesla.com' }, { host: 'owner-api.teslamotors.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 28,
        'policy-denied': 20,
        'feature-unavailable': 18,
        'credentials-expired': 8,
        'credentials-invalid': 8,
        'not-owner': 4,
      },
      says: 'mostly a scope, a vehicle that requires signed commands, or an app that was not registered in the region',
      source: 'https://developer.tesla.com/docs/fleet-api/getting-started/conventions',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'vn.cloud.tesla.com' }, { host: 'owner-api.teslamotors.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 54, 'credentials-invalid': 20, 'credentials-missing': 10 },
      says: 'mostly a token past its eight hours',
      source: 'https://developer.tesla.com/docs/fleet-api/getting-started/conventions',
    },
    {
      id: 'usual-412',
      when: [{ status: 412 }, { any: [{ host: 'vn.cloud.tesla.com' }, { host: 'owner-api.teslamotors.com' }] }],
      causes: {},
      usual: { 'feature-unavailable': 50, 'policy-denied': 24, 'credentials-invalid': 10 },
      says: 'mostly the app was not registered in this region',
      source: 'https://developer.tesla.com/docs/fleet-api/getting-started/conventions',
    },
  ],
};

export default vendor;
