import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'spring-actuator',
  name: 'Spring Boot Actuator',
  role: 'framework',
  present: [{ header: 'content-type', is: 'application/vnd.spring-boot.actuator' }],
  refusals: [
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[^?]{0,60}\/)?actuator(?:\/(?:env|beans|heapdump|health|info|loggers|mappings|threaddump|configprops|refresh|shutdown|caches|httptrace|scheduledtasks|gateway)|\/?$)/,
        },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: {
        'credentials-missing': 42,
        'server-rule': 22,
        'ip-refused': 16,
        'feature-unavailable': 8,
        'csrf-missing': 3,
      },
      says: 'endpoints of the actuator ask for a login, or a proxy closes them',
      source: 'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:[^?]{0,60}\/)?actuator(?:\/(?:env|beans|heapdump|health|info|loggers|mappings|threaddump|configprops|refresh|shutdown|caches|httptrace|scheduledtasks|gateway)|\/?$)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'role-missing': 36,
        'credentials-invalid': 32,
        'csrf-missing': 12,
        'feature-unavailable': 5,
        'server-rule': 5,
      },
      says: 'the user lacks the role for the actuator, or a POST needs the form token',
      source: 'https://docs.spring.io/spring-boot/reference/actuator/endpoints.html',
    },
  ],
};

export default vendor;
