import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ably',
  name: 'Ably',
  role: 'api',
  present: [{ host: 'ably.io' }, { host: 'ably.net' }, { header: 'x-ably-errorcode' }, { body: 'help.ably.io/error/' }],
  refusals: [
    {
      id: 'credentials',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-ably-errorcode', is: /^(?:40100|40101|40130|40400)$/ },
            { body: /help\.ably\.io\/error\/(?:40100|40101|40130|40400)\b/ },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key is unknown or does not match the app',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'revoked',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-ably-errorcode', is: /^(?:40131|40133|40141)$/ },
            { body: /help\.ably\.io\/error\/(?:40131|40133|40141)\b/ },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'key or token was revoked or disabled',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'expired',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-ably-errorcode', is: /^(?:40132|40140|40142)$/ },
            { body: /help\.ably\.io\/error\/(?:40132|40140|40142)\b/ },
          ],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'tls',
      alone: true,
      when: [{ any: [{ header: 'x-ably-errorcode', is: /^40103$/ }, { body: /help\.ably\.io\/error\/40103\b/ }] }],
      causes: { 'tls-required': 'proves' },
      says: 'basic authentication goes over TLS only',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'clock',
      alone: true,
      when: [{ any: [{ header: 'x-ably-errorcode', is: /^40104$/ }, { body: /help\.ably\.io\/error\/40104\b/ }] }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the timestamp of the token request is not current',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'account',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-ably-errorcode', is: /^(?:40110|40112)$/ },
            { body: /help\.ably\.io\/error\/(?:40110|40112)\b/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves', 'feature-unavailable': 'hints' },
      says: 'the account is disabled or blocked at its limits',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
    {
      id: 'capability',
      alone: true,
      when: [{ any: [{ header: 'x-ably-errorcode', is: /^40160$/ }, { body: /help\.ably\.io\/error\/40160\b/ }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the capability of key or token does not hold this operation or channel',
      source: 'https://ably.com/docs/platform/errors/codes',
    },
  ],
};

export default vendor;
