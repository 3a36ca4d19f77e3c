import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'axis',
  name: 'Axis cameras',
  role: 'app',
  present: [
    { challenge: 'digest', param: 'realm', is: /^axis_/i },
    { challenge: 'basic', param: 'realm', is: /^axis_/i },
  ],
  refusals: [
    {
      id: 'usual-cgi-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/axis-cgi\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'credentials-missing': 66, 'credentials-malformed': 10, 'credentials-invalid': 5 },
      says: 'VAPIX asks for a user by Digest, and by Basic only over HTTPS',
      source: 'https://developer.axis.com/vapix/',
    },
    {
      id: 'usual-cgi-auth',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/axis-cgi\// }, { sent: 'authorization' }],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-malformed': 22, 'role-missing': 20, 'tls-required': 5 },
      says: 'the password is wrong, Basic is off, or the user is no operator',
      source: 'https://developer.axis.com/vapix/',
    },
  ],
};

export default vendor;
