import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apache-traffic-server',
  name: 'Apache Traffic Server',
  role: 'forward-proxy',
  present: [
    { header: 'server', is: /^ats\//i },
    { header: 'via', is: /trafficserver/i },
  ],
  refusals: [
    {
      id: 'tunnel',
      alone: true,
      when: [{ text: 'tunnel forbidden' }],
      causes: { 'proxy-refused': 'proves' },
      says: 'the proxy tunnels to the ports of connect_ports only',
      fix: { who: 'server-admin', text: 'add the port to proxy.config.http.connect_ports' },
      source: 'https://github.com/apache/trafficserver/issues/11485',
    },
    {
      id: 'denied',
      when: [{ status: 403 }, { not: { text: 'tunnel forbidden' } }],
      causes: { 'proxy-refused': 'proves', 'server-rule': 'hints' },
      says: 'the proxy on the way refused',
      source: 'https://docs.trafficserver.apache.org/en/latest/admin-guide/files/ip_allow.yaml.en.html',
    },
  ],
};

export default vendor;
