import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'opnsense',
  name: 'OPNsense / pfSense',
  role: 'app',
  present: [{ text: /http_referer|potential dns rebind attack detected|opnsense|pfsense/ }],
  refusals: [
    {
      id: 'dns-rebind',
      alone: true,
      when: [{ text: 'Potential DNS Rebind attack detected' }],
      causes: { 'host-rejected': 'proves' },
      says: "the Host is not one of the firewall's names",
      fix: { who: 'server-admin', text: 'add the name under Alternate Hostnames' },
      source: 'https://docs.netgate.com/pfsense/en/latest/services/dns/rebinding.html',
    },
    {
      id: 'referer',
      alone: true,
      when: [
        {
          any: [
            { text: /the http_referer "[^"]{0,200}" does not match the predefined settings/ },
            { text: /an http_referer was detected other than what is defined/ },
          ],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: "the Referer is not one of the firewall's own addresses",
      fix: { who: 'server-admin', text: 'add the name under Alternate Hostnames, or turn the HTTP_REFERER check off' },
      source: 'https://github.com/dmauser/opnazure/issues/49',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/(?:core|firewall|diagnostics|unbound|interfaces|openvpn|wireguard|ipsec|haproxy|routes|trafficshaper|ids|firmware)\/[a-z_]{2,30}\/[a-z_]/i,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 36, 'role-missing': 32, 'credentials-missing': 22, 'ip-refused': 4 },
      says: 'key and secret are user and password of Basic, and their user needs the privilege of the page',
      source: 'https://docs.opnsense.org/development/how-tos/api.html',
    },
  ],
};

export default vendor;
