import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deepgram',
  name: 'Deepgram',
  role: 'api',
  present: [{ host: 'api.deepgram.com' }, { body: '"err_code"' }],
  refusals: [
    {
      id: 'permissions',
      alone: true,
      when: [
        {
          any: [
            { body: /"err_code": ?"insufficient_permissions"/ },
            { text: 'Project does not have access to the requested model.' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves', 'feature-unavailable': 'suggests' },
      says: "the key's scopes or the project's plan do not include this",
      source: 'https://developers.deepgram.com/docs/errors',
    },
    {
      id: 'credentials',
      alone: true,
      when: [{ body: /"err_code": ?"invalid_auth"/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'suggests' },
      says: 'the key is wrong, or without the scheme word Token',
      source: 'https://developers.deepgram.com/docs/errors',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'api.deepgram.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 35,
        'feature-unavailable': 25,
        'role-missing': 18,
        'policy-denied': 8,
        'credentials-invalid': 6,
      },
      says: 'mostly the key lacks a scope or the project this model',
      source: 'https://developers.deepgram.com/docs/errors',
    },
  ],
};

export default vendor;
