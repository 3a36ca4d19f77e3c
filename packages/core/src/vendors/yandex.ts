import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yandex',
  name: 'Yandex',
  role: 'api',
  present: [
    { host: 'api-maps.yandex.ru' },
    { host: 'geocode-maps.yandex.ru' },
    { host: 'cloud-api.yandex.net' },
    { host: 'api.direct.yandex.com' },
    { host: 'yandexcloud.net' },
    { host: 'api.cloud.yandex.net' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'geocode-maps.yandex.ru' }, { host: 'api-maps.yandex.ru' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'feature-unavailable': 18,
        'origin-rejected': 16,
        'rate-limited': 10,
        'ip-refused': 6,
      },
      says: 'mostly a wrong or not yet active key, or its restriction',
      source: 'https://yandex.com/dev/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'cloud-api.yandex.net' }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-expired': 22,
        'credentials-missing': 16,
        'credentials-malformed': 10,
      },
      says: 'mostly the word OAuth before the token, or its time',
      source: 'https://yandex.com/dev/',
    },
    {
      id: 'usual-403-storage',
      when: [{ status: 403 }, { host: 'storage.yandexcloud.net' }],
      causes: {},
      usual: { 'role-missing': 36, 'object-hidden': 22, 'credentials-missing': 16, 'credentials-invalid': 12 },
      says: 'mostly a private bucket',
      source: 'https://yandex.com/dev/',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { any: [{ host: 'api.cloud.yandex.net' }, { host: 'llm.api.cloud.yandex.net' }] }],
      causes: {},
      usual: { 'role-missing': 56, 'not-owner': 10, 'credentials-invalid': 8, 'credentials-expired': 6 },
      says: 'mostly the service account has no role in the folder',
      source: 'https://yandex.com/dev/',
    },
  ],
};

export default vendor;
