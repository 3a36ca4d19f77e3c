import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-cloud-storage',
  name: 'Google Cloud Storage',
  role: 'storage',
  present: [
    { host: 'storage.googleapis.com' },
    { host: 'storage.cloud.google.com' },
    { header: 'x-guploader-uploadid' },
  ],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: /anonymous (caller|users) does not have storage\.[a-z.]{3,60} access/ }],
      causes: { 'credentials-missing': 'proves', 'role-missing': 'hints', 'object-hidden': 'hints' },
      says: 'the object is not public and the request carries no credentials',
      source: 'https://cloud.google.com/storage/docs/troubleshooting',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        { text: /does not have storage\.[a-z]{3,40}\.[a-z]{3,40} access to/ },
        { not: { text: /anonymous (caller|users)/ } },
      ],
      causes: { 'role-missing': 'proves', 'object-hidden': 'hints' },
      says: 'the caller lacks the named permission on the bucket',
      source: 'https://cloud.google.com/storage/docs/troubleshooting',
    },
    {
      id: 'signed-url-expired',
      alone: true,
      when: [{ text: /\bexpiredtoken\b/ }, { text: 'request signature expired at' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the signed URL is past its time',
      source: 'https://cloud.google.com/storage/docs/xml-api/reference-status',
    },
    {
      id: 'signature-mismatch',
      alone: true,
      when: [{ text: 'check your google secret key and signing method' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the signature does not fit the request',
      source: 'https://cloud.google.com/storage/docs/xml-api/reference-status',
    },
    {
      id: 'public-access-prevention',
      alone: true,
      when: [{ text: 'public access prevention is enforced' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the bucket or organisation forbids public grants',
      source: 'https://cloud.google.com/storage/docs/public-access-prevention',
    },
    {
      id: 'retention',
      alone: true,
      when: [{ text: /is subject to bucket's retention policy|is under active (temporary|event-based) hold/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a retention policy or hold keeps the object',
      source: 'https://cloud.google.com/storage/docs/bucket-lock',
    },
    {
      id: 'requester-pays',
      alone: true,
      when: [{ text: /bucket is (a )?requester pays bucket but no user project provided/ }],
      causes: { 'policy-denied': 'suggests', 'credentials-malformed': 'hints' },
      says: 'the bucket wants to know a project that pays for the call',
      source: 'https://cloud.google.com/storage/docs/requester-pays',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'storage.googleapis.com' }, { host: 'storage.cloud.google.com' }] },
        { not: { sent: 'authorization' } },
        { not: { path: /X-Goog-Signature/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 38, 'object-hidden': 28, 'role-missing': 14, 'policy-denied': 6 },
      says: 'mostly a private object, or one that does not exist',
      source: 'https://cloud.google.com/storage/docs/troubleshooting',
    },
    {
      id: 'usual-signed',
      when: [
        { status: 403 },
        { any: [{ host: 'storage.googleapis.com' }, { host: 'storage.cloud.google.com' }] },
        { path: /X-Goog-Signature/ },
      ],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 24, 'role-missing': 14, 'object-hidden': 8 },
      says: 'mostly a signed URL past its time, or a signer without the right',
      source: 'https://cloud.google.com/storage/docs/troubleshooting',
    },
  ],
};

export default vendor;
