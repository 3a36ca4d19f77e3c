import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-play',
  name: 'Google Play Developer API',
  role: 'api',
  present: [{ host: 'androidpublisher.googleapis.com' }, { path: '/androidpublisher/' }, { body: 'androidpublisher' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: /the current user has insufficient permissions to perform the requested operation/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'suggests' },
      says: 'the service account has no such permission in the Play Console',
      fix: {
        who: 'api-owner',
        text: 'invite the service account in the Play Console under Users and permissions; a grant may take a day',
      },
      source: 'https://developers.google.com/android-publisher/getting_started',
    },
    {
      id: 'not-linked',
      alone: true,
      when: [{ text: /has not been linked in the google play developer console/ }],
      causes: { 'role-missing': 'proves', 'feature-unavailable': 'suggests' },
      says: 'the Cloud project is not linked to the Play Console',
      source: 'https://developers.google.com/android-publisher/getting_started',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'androidpublisher.googleapis.com' }],
      causes: {},
      usual: { 'role-missing': 58, 'feature-unavailable': 12, 'credentials-invalid': 8, 'not-owner': 8 },
      says: 'mostly the service account was not invited in Play Console, or that has not spread yet',
      source: 'https://developers.google.com/android-publisher/getting_started',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'androidpublisher.googleapis.com' }],
      causes: {},
      usual: { 'role-missing': 40, 'credentials-invalid': 24, 'credentials-expired': 14, 'feature-unavailable': 8 },
      says: 'mostly the service account has no permission in Play Console',
      source: 'https://developers.google.com/android-publisher/getting_started',
    },
  ],
};

export default vendor;
