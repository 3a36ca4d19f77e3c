import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mcp-servers',
  name: 'Model Context Protocol servers',
  role: 'api',
  present: [{ header: 'mcp-session-id' }, { sent: 'mcp-session-id' }, { sent: 'mcp-protocol-version' }],
  refusals: [
    {
      id: 'host-or-origin',
      alone: true,
      when: [
        { text: /invalid host: |invalid host header/ },
        {
          any: [{ sent: 'mcp-session-id' }, { sent: 'mcp-protocol-version' }, { body: '"jsonrpc"' }, { path: '/mcp' }],
        },
      ],
      causes: { 'host-rejected': 'suggests', 'origin-rejected': 'hints' },
      says: 'the DNS rebinding protection does not know this Host',
      fix: { who: 'server-admin', text: 'add the name to allowedHosts of the transport' },
      source: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning',
    },
    {
      id: 'origin',
      alone: true,
      when: [
        { text: /invalid origin: |invalid origin header/ },
        {
          any: [{ sent: 'mcp-session-id' }, { sent: 'mcp-protocol-version' }, { body: '"jsonrpc"' }, { path: '/mcp' }],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the DNS rebinding protection does not know this Origin',
      source: 'https://modelcontextprotocol.io/specification/2025-06-18/basic/transports#security-warning',
    },
  ],
};

export default vendor;
