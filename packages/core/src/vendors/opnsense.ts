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
  ],
};

export default vendor;
