import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github-raw',
  name: 'GitHub raw and release files',
  role: 'source-host',
  present: [
    { host: 'raw.githubusercontent.com' },
    { host: 'objects.githubusercontent.com' },
    { host: 'release-assets.githubusercontent.com' },
    { host: 'codeload.github.com' },
    { host: 'avatars.githubusercontent.com' },
    { host: 'user-images.githubusercontent.com' },
    { host: 'private-user-images.githubusercontent.com' },
  ],
  refusals: [
    {
      id: 'usual-404',
      when: [{ status: 404 }, { any: [{ host: 'raw.githubusercontent.com' }, { host: 'codeload.github.com' }] }],
      causes: {},
      usual: { 'object-hidden': 56, 'credentials-missing': 30, 'credentials-expired': 6 },
      says: 'mostly a wrong path or branch, or a private repository without a token',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'objects.githubusercontent.com' },
            { host: 'release-assets.githubusercontent.com' },
            { host: 'private-user-images.githubusercontent.com' },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 56, 'credentials-invalid': 22, 'proxy-refused': 8, 'ip-refused': 5 },
      says: 'mostly a signed address past its minutes',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { any: [{ host: 'raw.githubusercontent.com' }, { host: 'codeload.github.com' }] }],
      causes: {},
      usual: { 'rate-limited': 84, 'ip-refused': 8, 'client-refused': 3 },
      says: 'the limit for anonymous downloads from this address',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api',
    },
  ],
};

export default vendor;
