import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-app-service',
  name: 'Azure App Service',
  role: 'platform',
  present: [{ host: 'azurewebsites.net' }, { cookie: 'arraffinity' }, { header: 'x-ms-forbidden-ip' }],
  refusals: [
    {
      id: 'stopped',
      alone: true,
      when: [{ text: /this web app is stopped|the web app you have attempted to reach is currently stopped/ }],
      causes: { 'feature-unavailable': 'proves', 'server-rule': 'hints' },
      says: 'the app is stopped: by hand, or because a free plan has used up its quota',
      fix: { who: 'api-owner', text: 'start the app, and look at the quotas of its plan' },
      source: 'https://github.com/microsoft/vscode-azureappservice/issues/1853',
    },
    {
      id: 'access-restriction',
      alone: true,
      when: [
        {
          any: [
            { text: /^ip forbidden|\bip forbidden\b/ },
            { header: 'x-ms-forbidden-ip' },
            { text: 'the web app you have attempted to reach has blocked your access' },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'an access restriction of the app refuses this address',
      fix: {
        who: 'api-owner',
        text: 'allow the address under Networking, Access restrictions; the deployment (scm) site has its own list',
      },
      source: 'https://learn.microsoft.com/en-us/azure/app-service/app-service-ip-restrictions',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'azurewebsites.net' }],
      causes: {},
      usual: {
        'ip-refused': 52,
        'feature-unavailable': 16,
        'server-rule': 8,
        'directory-listing': 6,
        'credentials-missing': 5,
        'tls-required': 4,
      },
      says: 'mostly the access restrictions; a stopped app or used-up quota also answer so',
      source: 'https://learn.microsoft.com/en-us/azure/app-service/app-service-ip-restrictions',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'azurewebsites.net' }, { not: { path: /^\/(api|admin|runtime)\// } }],
      causes: {},
      usual: { 'credentials-missing': 48, 'credentials-invalid': 18, 'credentials-expired': 16, 'policy-denied': 6 },
      says: 'mostly the built-in login (Easy Auth) requires a session or token',
      source: 'https://learn.microsoft.com/en-us/azure/app-service/app-service-ip-restrictions',
    },
  ],
};

export default vendor;
