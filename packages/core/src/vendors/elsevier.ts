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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.elsevier.com' }],
      causes: {},
      usual: {
        'ip-refused': 40,
        'credentials-invalid': 22,
        'feature-unavailable': 18,
        'credentials-missing': 8,
        'role-missing': 4,
      },
      says: "mostly the request comes from outside the institution's network, or the key has no entitlement",
      source: 'https://dev.elsevier.com/support.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.elsevier.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 38,
        'ip-refused': 30,
        'role-missing': 10,
        'credentials-invalid': 8,
        'policy-denied': 5,
      },
      says: 'mostly the subscription does not include this view',
      source: 'https://dev.elsevier.com/support.html',
    },
  ],
};

export default vendor;
