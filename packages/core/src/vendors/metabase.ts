import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'metabase',
  name: 'Metabase',
  role: 'app',
  present: [
    { header: 'x-metabase-version' },
    { cookie: 'metabase.' },
    { header: 'x-metabase-session' },
    { text: /metabase/ },
  ],
  refusals: [
    {
      id: 'permissions',
      when: [{ text: "You don't have permissions to do that." }],
      causes: { 'role-missing': 'suggests' },
      says: "the user's group has no access to this collection or database",
      source: 'https://www.metabase.com/docs/latest/permissions/introduction',
    },
    {
      id: 'permissions-alone',
      alone: true,
      when: [{ text: "You don't have permissions to do that." }, { not: { header: 'x-metabase-version' } }],
      causes: { 'role-missing': 'suggests' },
      says: "the user's group has no access to this collection or database",
      source: 'https://www.metabase.com/docs/latest/permissions/introduction',
    },
    {
      id: 'embedding',
      alone: true,
      when: [
        {
          any: [
            { text: 'Embedding is not enabled.' },
            { text: 'Embedding is not enabled for this object.' },
            { text: 'Public sharing is not enabled.' },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'embedding or public sharing is off',
      source: 'https://www.metabase.com/docs/latest/embedding/static-embedding',
    },
    {
      id: 'unauthenticated',
      when: [{ text: 'Unauthenticated' }, { any: [{ header: 'x-metabase-version' }, { cookie: 'metabase.' }] }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'suggests' },
      says: 'no session or API key came, or it is past its time',
      source: 'https://www.metabase.com/docs/latest/permissions/introduction',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:metabase\/)?api\/(?:card|dashboard|dataset|database|collection|session|user\/current|permissions|setting|embed|public)(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/(?:metabase\/)?api\/(?:card|dataset|collection|embed\/|public\/card|user\/current)/ },
            { cookie: 'metabase.' },
            { sent: 'x-metabase-session' },
          ],
        },
        { not: { port: 9000 } },
      ],
      causes: {},
      usual: { 'credentials-expired': 34, 'credentials-missing': 26, 'role-missing': 22, 'credentials-invalid': 10 },
      says: 'the session goes as X-Metabase-Session or the key as x-api-key; the group may lack the data',
      source: 'https://www.metabase.com/docs/latest/api',
    },
  ],
};

export default vendor;
