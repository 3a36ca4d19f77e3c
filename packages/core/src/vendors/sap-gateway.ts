import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sap-gateway',
  name: 'SAP Gateway (OData)',
  role: 'gateway',
  present: [
    { path: '/sap/' },
    { header: 'sap-server' },
    { header: 'sap-processing-info' },
    { header: 'x-csrf-token', is: /^required$/i },
    { cookie: 'SAP_SESSIONID' },
    { cookie: 'sap-usercontext' },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ any: [{ header: 'x-csrf-token', is: /^required$/i }, { text: 'CSRF token validation failed' }] }],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'suggests' },
      says: 'the X-CSRF-Token is absent, or not that of the session cookies',
      fix: {
        who: 'caller',
        text: 'GET the service with X-CSRF-Token: Fetch, then send its token with the same cookies',
      },
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
    {
      id: 'authorization',
      alone: true,
      when: [
        {
          any: [
            { text: /no authorization to access service '?[^' ]{1,80}/ },
            { text: /you are not authori[sz]ed to (?:access|use|run) service/ },
            { text: /no rfc authorization for function module/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks the authorisation object (S_SERVICE, S_RFC) for this service',
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
    {
      id: 'usual-odata-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/sap\/(?:opu|bc|public)\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'credentials-missing': 62, 'tls-required': 8, 'credentials-expired': 8, 'feature-unavailable': 5 },
      says: 'the service asks for a login of SAP, with sap-client',
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
    {
      id: 'usual-odata-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/sap\/(?:opu|bc|public)\// }, { sent: 'authorization' }],
      causes: {},
      usual: {
        'credentials-invalid': 56,
        'policy-denied': 14,
        'step-up-required': 6,
        'credentials-expired': 6,
        'host-rejected': 5,
      },
      says: 'the user is of another client, or its password is initial or locked',
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
    {
      id: 'usual-odata-write',
      alone: true,
      when: [{ status: 403 }, { not: { method: ['GET', 'HEAD'] } }, { path: /^\/sap\/(?:opu|bc)\// }],
      causes: {},
      usual: { 'csrf-missing': 52, 'role-missing': 20, 'csrf-invalid': 16, 'feature-unavailable': 4 },
      says: 'the X-CSRF-Token of a GET with "Fetch" and its cookies must come along',
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
    {
      id: 'usual-odata-read',
      alone: true,
      when: [{ status: 403 }, { method: ['GET', 'HEAD'] }, { path: /^\/sap\/(?:opu|bc|public)\// }],
      causes: {},
      usual: { 'role-missing': 46, 'feature-unavailable': 30, 'ip-refused': 6, 'server-rule': 4 },
      says: 'the service is not active in SICF, or the user lacks S_SERVICE',
      source:
        'https://help.sap.com/docs/SAP_NETWEAVER_750/68bf513362174d54b58cddec28794093/b35c22518bc72214e10000000a44176d.html',
    },
  ],
};

export default vendor;
