import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-functions',
  name: 'Azure Functions',
  role: 'platform',
  present: [{ sent: 'x-functions-key' }, { header: 'x-azure-functions-invocationid' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [
        { host: 'azurewebsites.net' },
        { status: 401 },
        { path: /^\/(api|admin|runtime)\// },
        { not: { header: 'www-authenticate' } },
        { not: { text: 'subscription key' } },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the function wants a function or host key',
      fix: { who: 'caller', text: 'send the key as x-functions-key or code=' },
      source: 'https://learn.microsoft.com/en-us/azure/azure-functions/function-keys-how-to',
    },
  ],
};

export default vendor;
