import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'volcengine',
  name: 'Volcengine Ark',
  role: 'api',
  present: [{ host: 'volces.com' }, { host: 'volcengineapi.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'volces.com' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 20, 'credentials-malformed': 8 },
      says: 'mostly a wrong key, or an access key in place of the API key',
      source: 'https://www.volcengine.com/docs/82379/1299023',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'volces.com' }],
      causes: {},
      usual: { 'feature-unavailable': 54, 'object-hidden': 22, 'role-missing': 10 },
      says: 'mostly the model was not activated, or the endpoint id is wrong',
      source: 'https://www.volcengine.com/docs/82379/1299023',
    },
  ],
};

export default vendor;
