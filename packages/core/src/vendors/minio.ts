import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'minio',
  name: 'MinIO',
  role: 'storage',
  present: [{ header: 'server', is: /^minio/i }, { header: 'x-minio-deployment-id' }, { header: 'x-minio-error-code' }],
  refusals: [
    {
      id: 'access-denied',
      when: [{ text: /\baccessdenied\b/ }, { text: /access denied\b/ }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'object-hidden': 'hints' },
      says: 'the policy of this user or the bucket does not allow it',
      source:
        'https://min.io/docs/minio/linux/administration/identity-access-management/policy-based-access-control.html',
    },
    {
      id: 'signature',
      when: [{ text: /\bsignaturedoesnotmatch\b/ }],
      causes: { 'credentials-invalid': 'suggests', 'host-rejected': 'hints', 'credentials-malformed': 'hints' },
      says: 'the signature does not fit: wrong secret, or a proxy changed Host or path after signing',
      fix: { who: 'server-admin', text: 'let the proxy pass the Host header on unchanged' },
      source: 'https://min.io/docs/minio/linux/integrations/setup-nginx-proxy-with-minio.html',
    },
    {
      id: 'login',
      alone: true,
      when: [{ text: /invalid login/ }, { body: 'detailedmessage' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the console does not know this user and password',
      source: 'https://github.com/minio/console/issues/2539',
    },
    {
      id: 'worm',
      alone: true,
      when: [{ text: 'object is worm protected and cannot be overwritten' }],
      causes: { 'policy-denied': 'proves' },
      says: 'object lock keeps the object',
      source: 'https://min.io/docs/minio/linux/administration/object-management/object-retention.html',
    },
    {
      id: 'usual-object-anonymous',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { not: { sent: 'authorization' } },
        { header: 'server', is: /^minio/i },
        { not: { path: /[?&]X-Amz-Signature=/i } },
      ],
      causes: {},
      usual: { 'role-missing': 48, 'credentials-missing': 28, 'object-hidden': 14, 'ip-refused': 3 },
      says: 'the bucket has no policy for anonymous reads',
      source:
        'https://min.io/docs/minio/linux/administration/identity-access-management/policy-based-access-control.html',
    },
    {
      id: 'usual-presigned',
      when: [{ status: 403 }, { header: 'server', is: /^minio/i }, { path: /[?&]X-Amz-Signature=/i }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-expired': 30, 'role-missing': 8, 'host-rejected': 6 },
      says: 'the link was signed for another host name than the one it is asked at, or is past its time',
      source: 'https://min.io/docs/minio/linux/integrations/setup-nginx-proxy-with-minio.html',
    },
    {
      id: 'usual-signed',
      when: [
        { status: 403 },
        { sent: 'authorization' },
        { header: 'server', is: /^minio/i },
        { not: { path: /[?&]X-Amz-Signature=/i } },
      ],
      causes: {},
      usual: { 'role-missing': 42, 'credentials-invalid': 34, 'object-hidden': 8, 'credentials-expired': 5 },
      says: 'the policy lacks the action, or the key is wrong or changed by a proxy that rewrites Host',
      source:
        'https://min.io/docs/minio/linux/administration/identity-access-management/policy-based-access-control.html',
    },
    {
      id: 'usual-console',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [9001, 9090] },
        { path: /^\/api\/v1\/(?:login|buckets\/|admin\/info|policies|service-accounts)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-expired': 22, 'role-missing': 14, 'credentials-missing': 6 },
      says: 'the login is wrong, or the console reaches the server under another name',
      source: 'https://min.io/docs/minio/linux/administration/minio-console.html',
    },
  ],
};

export default vendor;
