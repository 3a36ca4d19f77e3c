import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'seafile',
  name: 'Seafile',
  role: 'app',
  present: [{ cookie: 'sfcsrftoken' }, { path: '/seafhttp/' }, { text: /seafile/ }],
  refusals: [
    {
      id: 'upload-token',
      when: [{ any: [{ text: 'Access token not found' }, { text: 'Bad access token' }, { text: /invalid url/ }] }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the upload or download link was used or is past its time',
      source: 'https://github.com/haiwen/seafile-server/blob/master/server/upload-file.c',
    },
    {
      id: 'csrf-service-url',
      when: [{ text: 'CSRF verification failed. Request aborted.' }, { cookie: 'sfcsrftoken' }],
      causes: { 'csrf-missing': 'suggests', 'origin-rejected': 'suggests' },
      says: 'the CSRF check refused: after a change of name or HTTPS, SERVICE_URL and CSRF_TRUSTED_ORIGINS must follow',
      source: 'https://manual.seafile.com/latest/setup_binary/https_with_nginx/',
    },
    {
      id: 'usual-seafhttp',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/seafhttp/' }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'host-rejected': 16,
        'credentials-invalid': 14,
        'role-missing': 8,
        'object-hidden': 6,
        'file-permissions': 4,
      },
      says: 'the token of an upload or download is used up or past its hour, or FILE_SERVER_ROOT is wrong',
      source: 'https://manual.seafile.com/latest/deploy/using_nginx/',
    },
    {
      id: 'usual-seafdav',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/seafdav' }],
      causes: {},
      usual: {
        'credentials-invalid': 32,
        'step-up-required': 24,
        'credentials-missing': 20,
        'feature-unavailable': 7,
        'method-refused': 6,
        'role-missing': 5,
      },
      says: 'two-factor and single sign-on users need a password of WebDAV',
      source: 'https://manual.seafile.com/latest/extension/webdav/',
    },
    {
      id: 'usual-api2',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api(?:2|\/v2\.1)\/(?:repos|account|auth|admin|share-links|shared|groups|upload-links)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 26,
        'role-missing': 24,
        'credentials-missing': 18,
        'credentials-expired': 8,
        'not-owner': 8,
        'credentials-malformed': 6,
      },
      says: 'the token goes as "Token …"; administration and other libraries need a right',
      source: 'https://seafile-api.readme.io/reference/introduction',
    },
  ],
};

export default vendor;
