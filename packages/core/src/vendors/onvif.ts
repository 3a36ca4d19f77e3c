import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'onvif',
  name: 'ONVIF cameras',
  role: 'app',
  present: [{ header: 'server', is: /^gsoap\//i }],
  refusals: [
    {
      id: 'usual-service',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'POST' },
        { path: /^\/onvif\/(?:device_service|media_service|media2?|ptz|events?|imaging|services?|snapshot)/i },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 18,
        'credentials-expired': 18,
        'role-missing': 12,
        'feature-unavailable': 5,
      },
      says: 'the WS-Security digest fails where the clock of the camera is off, or ONVIF has users of its own',
      source: 'https://www.onvif.org/specs/core/ONVIF-Core-Specification.pdf',
    },
    {
      id: 'usual-snapshot',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:onvif|onvif-http)\/[^?]{0,60}(?:snapshot|image|picture)/i },
      ],
      causes: {},
      usual: { 'credentials-missing': 42, 'credentials-invalid': 26, 'credentials-malformed': 18 },
      says: 'the picture asks for the login of the camera by Digest',
      source: 'https://www.onvif.org/specs/core/ONVIF-Core-Specification.pdf',
    },
  ],
};

export default vendor;
