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
  ],
};

export default vendor;
