import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gate-io',
  name: 'Gate.io',
  role: 'api',
  present: [{ host: 'gateio.ws' }, { host: 'gate.io' }, { host: 'gate.com' }],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ body: /^\{ ?"label" ?: ?"(?:ip_forbidden)"/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the key lists addresses, and the call comes from another',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
    {
      id: 'key',
      alone: true,
      when: [{ body: /^\{ ?"label" ?: ?"(?:invalid_key|invalid_credentials|invalid_signature)"/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'key or signature is wrong',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
    {
      id: 'read-only',
      alone: true,
      when: [{ body: /^\{ ?"label" ?: ?"(?:read_only)"/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key may read only',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
    {
      id: 'clock',
      alone: true,
      when: [{ body: /^\{ ?"label" ?: ?"(?:request_expired)"/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the timestamp of the request is too far off',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
    {
      id: 'missing',
      alone: true,
      when: [{ body: /^\{ ?"label" ?: ?"(?:missing_required_header)"/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'a header that authentication needs is missing',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 38,
        'scope-insufficient': 22,
        'client-refused': 14,
        'credentials-invalid': 10,
        'rate-limited': 6,
      },
      says: 'mostly the region, or a key without this right',
      source: 'https://www.gate.io/docs/developers/apiv4/#label-list',
    },
  ],
};

export default vendor;
