import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-application-gateway',
  name: 'Azure Application Gateway',
  role: 'gateway',
  present: [
    { header: 'server', is: /^microsoft-azure-application-gateway/i },
    { text: 'microsoft-azure-application-gateway' },
  ],
  refusals: [
    {
      id: 'waf-blocked',
      when: [{ status: 403 }],
      causes: {
        'content-rejected': 'suggests',
        'ip-refused': 'hints',
        'client-refused': 'hints',
        'server-rule': 'hints',
      },
      says: 'the gateway writes a 403 of its own when its firewall blocks',
      source: 'https://learn.microsoft.com/en-us/azure/application-gateway/http-response-codes',
    },
  ],
};

export default vendor;
