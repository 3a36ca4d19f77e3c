import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'elsevier',
  name: 'Elsevier API',
  role: 'api',
  present: [
    { host: 'api.elsevier.com' },
    { header: 'x-els-reqid' },
    { header: 'x-els-status' },
    { body: '"service-error"' },
  ],
  refusals: [
    {
      id: 'view',
      alone: true,
      when: [{ text: 'the requestor is not authorized to access the requested view or fields of the resource' }],
      causes: {
        'feature-unavailable': 'suggests',
        'ip-refused': 'suggests',
        'scope-insufficient': 'hints',
        'credentials-invalid': 'doubts',
        'credentials-missing': 'doubts',
      },
      says: 'the subscription of the key does not hold this view, or the call does not come from the network of the institution',
      fix: {
        who: 'caller',
        text: 'call from the network of the institution, use its institutional token, or ask for the STANDARD view',
      },
      source: 'https://github.com/pybliometrics-dev/pybliometrics/issues/126',
    },
    {
      id: 'key',
      when: [{ body: '"APIKEY_INVALID"' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown',
      source: 'https://dev.elsevier.com/tecdoc_api_authentication.html',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ header: 'x-els-status', is: 'QUOTA_EXCEEDED' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the weekly quota of the key is used up',
      source: 'https://dev.elsevier.com/api_key_settings.html',
    },
  ],
};

export default vendor;
