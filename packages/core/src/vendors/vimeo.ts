import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vimeo',
  name: 'Vimeo',
  role: 'api',
  present: [{ host: 'api.vimeo.com' }, { host: 'player.vimeo.com' }, { host: 'vimeo.com' }, { host: 'vimeocdn.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'player.vimeo.com' }],
      causes: {},
      usual: { 'origin-rejected': 56, 'policy-denied': 16, 'client-refused': 14, 'not-owner': 6 },
      says: 'mostly a video that is only embedded on listed sites',
      source: 'https://developer.vimeo.com/api/authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.vimeo.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 26,
        'scope-insufficient': 10,
        'credentials-expired': 6,
      },
      says: 'mostly a wrong token',
      source: 'https://developer.vimeo.com/api/authentication',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.vimeo.com' }],
      causes: {},
      usual: { 'scope-insufficient': 40, 'feature-unavailable': 20, 'not-owner': 16, 'role-missing': 8 },
      says: 'mostly a scope, or the plan',
      source: 'https://developer.vimeo.com/api/authentication',
    },
    {
      id: 'usual-410',
      when: [{ status: 410 }, { host: 'vimeocdn.com' }],
      causes: {},
      usual: { 'credentials-expired': 80, 'ip-refused': 5 },
      says: 'a media address past its time',
      source: 'https://developer.vimeo.com/api/authentication',
    },
  ],
};

export default vendor;
