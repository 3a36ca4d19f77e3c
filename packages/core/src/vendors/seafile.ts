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
  ],
};

export default vendor;
