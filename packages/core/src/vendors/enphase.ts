import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'enphase',
  name: 'Solar inverters and meters',
  role: 'app',
  present: [{ challenge: 'digest', param: 'realm', is: /enphase/i }],
  refusals: [
    {
      id: 'usual-envoy',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:production\.json|api\/v1\/production|ivp\/|stream\/meter)/ }],
      causes: {},
      usual: { 'credentials-missing': 44, 'credentials-expired': 22, 'credentials-invalid': 16, 'role-missing': 6 },
      says: 'since firmware 7 a token of the owner is asked for, which ends after a year',
      source: 'https://enphase.com/download/accessing-iq-gateway-local-apis-or-local-ui-token-based-authentication',
    },
    {
      id: 'usual-powerwall',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:meters\/aggregates|system_status\/soe|login\/Basic|powerwalls)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'credentials-expired': 36, 'credentials-missing': 34, 'credentials-invalid': 16, 'ip-refused': 5 },
      says: 'a session of /api/login/Basic is asked for, and too many of them lock it',
      source: 'https://enphase.com/download/accessing-iq-gateway-local-apis-or-local-ui-token-based-authentication',
    },
    {
      id: 'usual-goodwe',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/solar_api\/v1\// }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'ip-refused': 14, 'credentials-missing': 14, 'proxy-refused': 5 },
      says: 'the solar API of the inverter is off by default',
      source:
        'https://www.fronius.com/en/solar-energy/installers-partners/technical-data/all-products/system-monitoring/open-interfaces/fronius-solar-api-json-',
    },
  ],
};

export default vendor;
