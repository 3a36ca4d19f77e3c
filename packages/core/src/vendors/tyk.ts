import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tyk',
  name: 'Tyk',
  role: 'gateway',
  present: [{ header: 'x-generator', is: /tyk/i }],
  refusals: [
    {
      id: 'disallowed',
      alone: true,
      when: [{ text: /access to this (api|resource) has been disallowed/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests' },
      says: 'the policy of the key does not cover this API or path',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'key-expired',
      alone: true,
      when: [{ text: /key has expired, please renew/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the key is past its date',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'missing',
      alone: true,
      when: [{ text: 'authorization field missing' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the call carries no key',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'unknown',
      alone: true,
      when: [{ text: /key not authori[sz]ed/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the gateway does not know this key',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'inactive',
      alone: true,
      when: [{ text: 'key is inactive, please renew' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the key is switched off',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: 'access from this ip has been disallowed' }],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not allowed',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'endpoint',
      alone: true,
      when: [{ text: 'requested endpoint is forbidden' }],
      causes: { 'server-rule': 'proves' },
      says: 'the path is on the block list of the API',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
    {
      id: 'quota',
      when: [{ text: 'quota exceeded' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the quota of the key is used up',
      source: 'https://tyk.io/docs/api-management/troubleshooting-debugging',
    },
  ],
};

export default vendor;
