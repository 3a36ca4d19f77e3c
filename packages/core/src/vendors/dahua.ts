import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dahua',
  name: 'Dahua and Amcrest cameras',
  role: 'app',
  present: [{ challenge: 'digest', param: 'realm', is: /^login to /i }],
  refusals: [
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/cgi-bin\/(?:snapshot|mjpg\/video|configManager|magicBox|eventManager|ptz|devVideoInput|mediaFileFind|recordManager|accessControl|global|storageDevice)\.?(?:cgi)?/,
        },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 64, 'credentials-malformed': 16, 'credentials-invalid': 4 },
      says: 'the device asks for Digest: the client must answer its nonce',
      source: 'https://support.amcrest.com/hc/en-us/sections/360008258651-HTTP-API-SDK',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/cgi-bin\/(?:snapshot|mjpg\/video|configManager|magicBox|eventManager|ptz|devVideoInput|mediaFileFind|recordManager|accessControl|global|storageDevice)\.?(?:cgi)?/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-malformed': 30, 'rate-limited': 12, 'role-missing': 10 },
      says: 'the client answers with Basic, the password is wrong, or the account is locked',
      source: 'https://support.amcrest.com/hc/en-us/sections/360008258651-HTTP-API-SDK',
    },
  ],
};

export default vendor;
