import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudflare-r2',
  name: 'Cloudflare R2',
  role: 'storage',
  present: [{ host: 'r2.cloudflarestorage.com' }, { host: 'r2.dev' }],
  refusals: [
    {
      id: 'key-length',
      alone: true,
      when: [{ text: /credential access key has length [0-9]{1,4}, should be 32/ }],
      causes: { 'credentials-malformed': 'proves', 'credentials-invalid': 'hints' },
      says: 'what stands as access key is an API token, not an R2 key id',
      fix: { who: 'caller', text: 'make an R2 API token and use its Access Key ID' },
      source: 'https://developers.cloudflare.com/r2/api/tokens/',
    },
    {
      id: 'not-enabled',
      alone: true,
      when: [{ text: 'please enable r2 through the cloudflare dashboard' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'R2 is not enabled for the account',
      source: 'https://developers.cloudflare.com/r2/get-started/',
    },
    {
      id: 'access-denied',
      when: [{ text: /\baccessdenied\b/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests' },
      says: 'the R2 token does not cover this bucket or action',
      source: 'https://developers.cloudflare.com/r2/api/tokens/',
    },
    {
      id: 'public-off',
      when: [{ host: 'r2.dev' }, { status: [401, 403] }],
      causes: { 'credentials-missing': 'suggests', 'object-hidden': 'hints', 'feature-unavailable': 'hints' },
      says: 'public access of the bucket is off, or the object is not there',
      source: 'https://developers.cloudflare.com/r2/buckets/public-buckets/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'r2.cloudflarestorage.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'credentials-invalid': 24,
        'object-hidden': 20,
        'role-missing': 8,
        'credentials-expired': 5,
      },
      says: "mostly the token's bucket scope, or a signature for another region than auto",
      source: 'https://developers.cloudflare.com/r2/api/tokens/',
    },
  ],
};

export default vendor;
