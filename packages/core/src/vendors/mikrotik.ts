import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mikrotik',
  name: 'MikroTik RouterOS',
  role: 'app',
  present: [{ header: 'server', is: /^mikrotik/i }],
  refusals: [
    {
      id: 'usual-rest',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/rest\/(?:ip\/(?:address|firewall|dhcp-server|route|dns|arp|service|pool|hotspot)|interface|system\/(?:resource|identity|clock|routerboard|script|package|reboot)|queue\/(?:simple|tree)|ppp|caps-man|ipv6)(?:\/|\?|$)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'role-missing': 16,
        'ip-refused': 13,
        'credentials-missing': 12,
        'feature-unavailable': 5,
      },
      says: 'the user lacks the policies rest-api and read, or may come from other addresses',
      source: 'https://help.mikrotik.com/docs/spaces/ROS/pages/47579162/REST+API',
    },
  ],
};

export default vendor;
