import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shelly',
  name: 'Shelly',
  role: 'app',
  present: [
    { header: 'server', is: /^(?:shelly|mongoose\/)/i },
    { challenge: 'digest', param: 'realm', is: /^shelly/i },
    { challenge: 'basic', param: 'realm', is: /^shelly/i },
  ],
  refusals: [
    {
      id: 'usual-rpc-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/rpc(?:\/[A-Z][a-z]{2,20}\.[A-Z]|\/Shelly)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 68, 'credentials-malformed': 10 },
      says: 'the device asks for digest authentication with SHA-256 as user admin',
      source: 'https://shelly-api-docs.shelly.cloud/gen2/General/Authentication',
    },
    {
      id: 'usual-rpc-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/rpc(?:\/[A-Z][a-z]{2,20}\.[A-Z]|\/Shelly)/ }, { sent: 'authorization' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-malformed': 40, 'credentials-expired': 4 },
      says: 'the client answers with MD5 or Basic where SHA-256 is asked for, or the password is wrong',
      source: 'https://shelly-api-docs.shelly.cloud/gen2/General/Authentication',
    },
    {
      id: 'usual-gen1',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:(?:relay|light|roller|color|white|meter|emeter)\/\d|settings\/(?:relay|light)\/\d)(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-missing': 52, 'credentials-invalid': 34 },
      says: 'restricted login is on: Basic with the user of the device',
      source: 'https://shelly-api-docs.shelly.cloud/gen1/',
    },
  ],
};

export default vendor;
