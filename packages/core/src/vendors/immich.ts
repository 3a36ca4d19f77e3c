import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'immich',
  name: 'Immich',
  role: 'app',
  present: [
    { header: 'x-immich-cid' },
    { cookie: 'immich_' },
    { text: /missing required permission: [a-z]|not found or no [a-z.]{1,40} access/ },
  ],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: /missing required permission: [a-z.]{1,40}/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key lacks a permission; the answer names it',
      source: 'https://docs.immich.app/api/',
    },
    {
      id: 'no-access',
      alone: true,
      when: [{ text: /not found or no [a-z.]{1,40} access/ }],
      causes: { 'not-owner': 'suggests', 'object-hidden': 'hints' },
      says: 'the asset or album is of another user, or does not exist',
      source: 'https://docs.immich.app/api/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/(?:assets|albums|server(?:-info)?|users|search|timeline|people|libraries|jobs|api-keys|shared-links)(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/api\/(?:timeline\/buckets|shared-links|server-info)(?:[/?]|$)/ },
            { sent: 'x-api-key' },
            { port: 2283 },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 30,
        'role-missing': 12,
        'proxy-refused': 10,
        'scope-insufficient': 4,
      },
      says: 'the key goes as x-api-key; a login in front of the server stops the app',
      source: 'https://api.immich.app/authentication',
    },
  ],
};

export default vendor;
