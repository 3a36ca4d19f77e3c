import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'telemetry',
  name: 'Receivers of metrics, logs and traces',
  role: 'app',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-push',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        {
          path: /^\/(?:api\/v1\/(?:write|push|receive|import)|api\/prom\/push|loki\/api\/v1\/push|insert\/[^?]{1,60}|otlp\/v1\/(?:metrics|logs|traces)|v1\/(?:metrics|logs|traces))/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 28,
        'scope-insufficient': 10,
        'credentials-malformed': 6,
        'role-missing': 5,
        'feature-unavailable': 4,
      },
      says: 'the sender lacks credentials or a tenant, or the key may not write',
      source: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#remote_write',
    },
  ],
};

export default vendor;
