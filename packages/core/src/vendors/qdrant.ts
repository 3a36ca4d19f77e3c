import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'qdrant',
  name: 'Qdrant',
  role: 'database',
  present: [
    { host: 'qdrant.io' },
    { text: /must provide an api key or an authorization bearer token|invalid api key or jwt/ },
  ],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'Must provide an API key or an Authorization bearer token' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Qdrant: no api-key or token came',
      source: 'https://qdrant.tech/documentation/guides/security/',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: 'Invalid API key or JWT' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'Qdrant: the key or token is wrong',
      source: 'https://qdrant.tech/documentation/guides/security/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'qdrant.io' }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 28,
        'credentials-malformed': 8,
        'scope-insufficient': 8,
        'credentials-expired': 5,
      },
      says: 'mostly no key or a wrong one',
      source: 'https://qdrant.tech/documentation/cloud/authentication/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'qdrant.io' }],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 32 },
      says: 'mostly no key',
      source: 'https://qdrant.tech/documentation/cloud/authentication/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [6333] },
        { path: /^\/collections(?:\/[^/?]{1,80}(?:\/(?:points|index|snapshots|cluster|aliases))?)?(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-missing': 40, 'role-missing': 6, 'tls-required': 4 },
      says: 'the key goes as api-key',
      source: 'https://qdrant.tech/documentation/guides/security/',
    },
  ],
};

export default vendor;
