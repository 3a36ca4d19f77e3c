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
  ],
};

export default vendor;
