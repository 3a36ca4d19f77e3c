import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-ecr',
  name: 'Amazon ECR',
  role: 'registry',
  present: [{ host: /\.dkr\.ecr[a-z-]*\.[a-z0-9-]+\.amazonaws\.com/ }, { host: 'public.ecr.aws' }],
  refusals: [
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'your authorization token has expired. reauthenticate and try again' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the login to the registry is older than twelve hours',
      fix: { who: 'caller', text: 'run aws ecr get-login-password again and log in' },
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'no-login',
      alone: true,
      when: [{ text: 'no basic auth credentials' }],
      causes: { 'credentials-missing': 'proves', 'credentials-expired': 'hints' },
      says: 'Docker holds no login for this registry',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'not-authorized',
      when: [{ status: 401 }, { text: 'not authorized' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the registry was called without a login of this account',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'denied',
      when: [{ code: 'DENIED' }, { text: /is not authorized to perform: ecr:/ }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'this role may not do that on the repository',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 32,
        'role-missing': 32,
        'not-owner': 12,
        'policy-denied': 10,
        'credentials-invalid': 6,
      },
      says: "mostly the login token is past its twelve hours, or the repository's policy",
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 34, 'credentials-expired': 34, 'credentials-invalid': 18 },
      says: 'mostly no login, or one older than twelve hours',
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/common-errors-docker.html',
    },
  ],
};

export default vendor;
