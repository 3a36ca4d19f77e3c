import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'uptime-monitors',
  name: 'Uptime monitors',
  role: 'app',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-probe',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['HEAD', 'GET'] },
        {
          sent: 'user-agent',
          is: /^(?:uptime-?kuma|uptimerobot|mozilla\/5\.0\+\(compatible; uptimerobot|pingdom|statuscake|betteruptime|better uptime bot|site24x7|blackbox exporter|gatus|healthchecks|nagios-plugins|check_http)/i,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'client-refused': 52,
        'ip-refused': 16,
        'credentials-missing': 12,
        'method-refused': 5,
        'content-rejected': 4,
      },
      says: 'the probe is taken for a bot by the protection of the site',
      source: 'https://github.com/louislam/uptime-kuma/wiki',
    },
  ],
};

export default vendor;
