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
  ],
};

export default vendor;
