import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'backblaze-b2',
  name: 'Backblaze B2',
  role: 'storage',
  present: [{ host: 'backblazeb2.com' }, { host: 'backblaze.com' }, { header: 'x-bz-upload-timestamp' }],
  refusals: [
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: /\bexpired_auth_token\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the authorisation token is older than a day',
      fix: { who: 'caller', text: 'call b2_authorize_account again' },
      source: 'https://www.backblaze.com/docs/cloud-storage-api-error-codes',
    },
    {
      id: 'token-bad',
      alone: true,
      when: [{ text: /\bbad_auth_token\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token or key is wrong',
      source: 'https://www.backblaze.com/docs/cloud-storage-api-error-codes',
    },
    {
      id: 'cap',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(download_cap_exceeded|storage_cap_exceeded|transaction_cap_exceeded|cap_exceeded)\b/ },
            { text: /(storage|download|transaction|bandwidth)[^.]{0,60} cap exceeded/ },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves', 'rate-limited': 'hints' },
      says: 'a cap that the account set for itself is reached',
      fix: { who: 'api-owner', text: 'raise the cap on the Caps & Alerts page' },
      source: 'https://www.backblaze.com/docs/cloud-storage-api-error-codes',
    },
    {
      id: 'not-entitled',
      when: [{ text: /^not entitled|\bnot entitled\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the application key lacks the capability or is bound to another bucket or prefix',
      source: 'https://www.backblaze.com/docs/cloud-storage-application-key-capabilities',
    },
    {
      id: 'unauthorized',
      when: [{ code: 'unauthorized' }, { status: [401, 403] }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the application key may not do this, or not in this bucket',
      source: 'https://github.com/Backblaze/B2_Command_Line_Tool/issues/461',
    },
    {
      id: 'key-unknown',
      when: [{ text: /\binvalidaccesskeyid\b/ }, { text: /malformed access key id|the key '[^']{1,60}' is not valid/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the key id is wrong: S3 wants an application key, not the master key',
      source: 'https://www.backblaze.com/docs/cloud-storage-s3-compatible-app-keys',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'backblazeb2.com' }, { host: 'backblaze.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 40,
        'credentials-invalid': 26,
        'credentials-expired': 18,
        'credentials-missing': 8,
      },
      says: 'mostly a key that is restricted to another bucket, prefix or right, or a token older than a day',
      source: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'backblazeb2.com' }, { host: 'backblaze.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 30,
        'feature-unavailable': 26,
        'credentials-invalid': 18,
        'role-missing': 6,
        'credentials-expired': 6,
      },
      says: 'mostly a cap of the account, or a restricted key',
      source: 'https://www.backblaze.com/docs/cloud-storage-application-keys',
    },
  ],
};

export default vendor;
