import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: '3scale',
  name: '3scale APIcast',
  role: 'gateway',
  present: [{ header: 'x-3scale-debug' }, { header: 'x-3scale-matched-rules' }, { text: 'no mapping rule matched' }],
  refusals: [
    {
      id: 'parameters',
      alone: true,
      when: [{ text: 'authentication parameters missing' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no user key, app id or token came where the gateway looks for it',
      source:
        'https://access.redhat.com/documentation/en-us/red_hat_3scale_api_management/2.13/html/administering_the_api_gateway/apicast-troubleshooting',
    },
    {
      id: 'no-rule',
      alone: true,
      when: [{ text: 'no mapping rule matched' }],
      causes: { 'not-403': 'proves', 'object-hidden': 'hints' },
      says: 'no mapping rule covers this method and path',
      source:
        'https://access.redhat.com/documentation/en-us/red_hat_3scale_api_management/2.13/html/administering_the_api_gateway/apicast-troubleshooting',
    },
  ],
};

export default vendor;
