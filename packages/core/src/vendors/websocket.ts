import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'websocket',
  name: 'WebSocket endpoints',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-handshake',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'GET' },
        { not: { sent: 'cookie' } },
        { sent: 'upgrade', is: /websocket/i },
        { not: { sent: 'authorization' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'origin-rejected': 34,
        'credentials-missing': 26,
        'proxy-refused': 12,
        'credentials-invalid': 6,
        'object-hidden': 5,
      },
      says: 'the origin is not in the list of the server, or browsers cannot send the header that it asks for',
      source: 'https://www.rfc-editor.org/rfc/rfc6455#section-10.2',
    },
    {
      id: 'usual-handshake-session',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'GET' },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
        { sent: 'upgrade', is: /websocket/i },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'origin-rejected': 36,
        'credentials-expired': 18,
        'credentials-invalid': 14,
        'proxy-refused': 10,
        'role-missing': 6,
      },
      says: 'the origin is not in the list of the server, or the session is past its time',
      source: 'https://www.rfc-editor.org/rfc/rfc6455#section-10.2',
    },
  ],
};

export default vendor;
