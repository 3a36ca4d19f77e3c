import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'soundcloud',
  name: 'SoundCloud',
  role: 'api',
  present: [{ host: 'api.soundcloud.com' }, { host: 'api-v2.soundcloud.com' }, { host: 'sndcdn.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 24,
        'credentials-expired': 22,
        'credentials-malformed': 6,
      },
      says: 'mostly a client_id that is no longer good, or OAuth in the header is missing',
      source: 'https://developers.soundcloud.com/docs/api/guide',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'api.soundcloud.com' }, { host: 'api-v2.soundcloud.com' }] }],
      causes: {},
      usual: {
        'client-refused': 30,
        'policy-denied': 20,
        'ip-refused': 14,
        'feature-unavailable': 14,
        'credentials-invalid': 8,
      },
      says: 'mostly the bot wall, or a track whose owner forbids it',
      source: 'https://developers.soundcloud.com/docs/api/guide',
    },
    {
      id: 'usual-403-sndcdn',
      when: [{ status: 403 }, { host: 'sndcdn.com' }],
      causes: {},
      usual: { 'credentials-expired': 68, 'ip-refused': 10, 'credentials-invalid': 8 },
      says: 'a media address past its minutes',
      source: 'https://developers.soundcloud.com/docs/api/guide',
    },
  ],
};

export default vendor;
