import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'facebook-web',
  name: 'Facebook (site and images)',
  role: 'app',
  present: [
    { host: 'www.facebook.com' },
    { host: 'm.facebook.com' },
    { host: 'mbasic.facebook.com' },
    { host: 'fbcdn.net' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'fbcdn.net' }],
      causes: {},
      usual: {
        'credentials-expired': 62,
        'credentials-invalid': 10,
        'origin-rejected': 8,
        'object-hidden': 6,
        'client-refused': 5,
      },
      says: 'mostly a signed image address past its time',
      source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/',
    },
    {
      id: 'usual-400',
      when: [
        { status: 400 },
        { any: [{ host: 'www.facebook.com' }, { host: 'm.facebook.com' }, { host: 'mbasic.facebook.com' }] },
      ],
      causes: {},
      usual: { 'client-refused': 54, 'credentials-missing': 22, 'ip-refused': 8, 'csrf-missing': 6 },
      says: 'mostly the client program: headers of a browser are missing',
      source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/',
    },
    {
      id: 'usual-403-www',
      when: [
        { status: 403 },
        { any: [{ host: 'www.facebook.com' }, { host: 'm.facebook.com' }, { host: 'mbasic.facebook.com' }] },
      ],
      causes: {},
      usual: { 'client-refused': 40, 'credentials-missing': 26, 'ip-refused': 12, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/',
    },
  ],
};

export default vendor;
