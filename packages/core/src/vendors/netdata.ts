import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netdata',
  name: 'Netdata',
  role: 'app',
  present: [{ header: 'server', is: /^netdata/i }],
  refusals: [
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:netdata\/)?api\/v[123]\/(?:charts?|data\?chart=|allmetrics|alarms|contexts)(?:[/?a-z]|$)/ },
      ],
      causes: {},
      usual: {
        'ip-refused': 54,
        'credentials-missing': 16,
        'server-rule': 8,
        'feature-unavailable': 6,
        'proxy-refused': 4,
      },
      says: '"allow connections from" names other addresses',
      source: 'https://learn.netdata.cloud/docs/netdata-agent/configuration/securing-agents',
    },
  ],
};

export default vendor;
