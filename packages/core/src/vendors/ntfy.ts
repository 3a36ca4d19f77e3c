import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ntfy',
  name: 'ntfy',
  role: 'app',
  present: [{ host: 'ntfy.sh' }, { body: 'ntfy.sh/docs' }],
  refusals: [
    {
      id: 'forbidden',
      alone: true,
      when: [{ any: [{ code: '40301' }, { body: '40301' }] }, { text: 'forbidden' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the user, or the anonymous one, has no access to this topic',
      source: 'https://docs.ntfy.sh/publish/#authentication',
    },
    {
      id: 'unauthorized',
      when: [{ any: [{ code: '40101' }, { body: '40101' }] }, { text: 'unauthorized' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name, password or token is wrong',
      source: 'https://docs.ntfy.sh/publish/#authentication',
    },
    {
      id: 'usual-topic',
      alone: true,
      when: [
        { status: 403 },
        { any: [{ sent: 'x-title' }, { sent: 'x-priority' }, { sent: 'x-tags' }] },
        { path: /^\/[a-z0-9_-]{1,64}(?:\?|$)/i },
        { not: { host: 'ntfy.sh' } },
      ],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-missing': 30, 'credentials-invalid': 14 },
      says: 'the topic is closed by auth-default-access: deny-all',
      source: 'https://docs.ntfy.sh/config/#access-control',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'ntfy.sh' }],
      causes: {},
      usual: { 'policy-denied': 46, 'credentials-missing': 22, 'credentials-invalid': 16, 'role-missing': 8 },
      says: 'mostly a reserved topic',
      source: 'https://docs.ntfy.sh/config/#access-control',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'ntfy.sh' }],
      causes: {},
      usual: { 'rate-limited': 88, 'ip-refused': 6, 'feature-unavailable': 3 },
      says: 'the limits for anonymous callers count for the address',
      source: 'https://docs.ntfy.sh/config/#access-control',
    },
  ],
};

export default vendor;
