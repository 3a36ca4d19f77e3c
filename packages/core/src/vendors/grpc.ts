import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'grpc',
  name: 'gRPC over HTTP',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-call',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        { sent: 'content-type', is: /^application\/(?:grpc|connect)/i },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 28,
        'proxy-refused': 22,
        'credentials-invalid': 18,
        'role-missing': 14,
        'credentials-expired': 6,
      },
      says: 'a proxy or mesh answers in HTTP before the service: its login or its rules',
      source: 'https://grpc.io/docs/guides/auth/',
    },
  ],
};

export default vendor;
