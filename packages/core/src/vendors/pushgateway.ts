import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pushgateway',
  name: 'Prometheus Pushgateway',
  role: 'app',
  present: [],
  refusals: [
    {
      id: 'usual-push',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['POST', 'PUT', 'DELETE'] },
        { path: /^\/(?:pushgateway\/)?metrics\/job(?:@base64)?\// },
      ],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 24, 'ip-refused': 16, 'proxy-refused': 4 },
      says: 'a login or a rule on addresses stands before it',
      source: 'https://github.com/prometheus/pushgateway',
    },
  ],
};

export default vendor;
