import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hikvision',
  name: 'Hikvision and other ISAPI cameras',
  role: 'app',
  present: [
    { header: 'server', is: /^(?:app-webs|webs|dnvrs-webs|hikvision-webs)(?:\/|$)/i },
    { challenge: 'digest', param: 'realm', is: /^(?:ip camera|hikvision|ds-)/i },
  ],
  refusals: [
    {
      id: 'usual-basic',
      alone: true,
      when: [{ status: 401 }, { path: /^\/ISAPI\// }, { sent: 'authorization', is: /^basic /i }],
      causes: {},
      usual: { 'credentials-malformed': 48, 'credentials-invalid': 34, 'role-missing': 5, 'rate-limited': 4 },
      says: 'the device takes Digest only, as it is set',
      source: 'https://www.hikvision.com/en/support/download/sdk/',
    },
    {
      id: 'usual-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/ISAPI\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'credentials-missing': 66, 'credentials-malformed': 14, 'rate-limited': 3 },
      says: 'the first answer gives the nonce of Digest: the client must answer it',
      source: 'https://www.hikvision.com/en/support/download/sdk/',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/ISAPI\// }, { sent: 'authorization' }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'rate-limited': 14, 'credentials-malformed': 13, 'credentials-expired': 4 },
      says: 'the password is wrong, or the account is locked after failed logins',
      source: 'https://www.hikvision.com/en/support/download/sdk/',
    },
    {
      id: 'usual-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/ISAPI\// }],
      causes: {},
      usual: { 'role-missing': 40, 'feature-unavailable': 38, 'method-refused': 8, 'credentials-invalid': 4 },
      says: 'the user lacks the right, or this device does not know the function (notSupport, lowPrivilege)',
      source: 'https://www.hikvision.com/en/support/download/sdk/',
    },
  ],
};

export default vendor;
