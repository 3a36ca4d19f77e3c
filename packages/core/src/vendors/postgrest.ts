import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'postgrest',
  name: 'PostgREST',
  role: 'database',
  present: [{ header: 'server', is: 'postgrest' }, { text: /\bpgrst[0-9]{3}\b|row-level security policy/ }],
  refusals: [
    {
      id: 'privilege',
      alone: true,
      when: [
        { text: /permission denied for (?:table|schema|relation|view|function|sequence|materialized view) / },
        { not: { text: 'row-level security' } },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints' },
      says: 'PostgreSQL: the database role lacks the grant on this object',
      source: 'https://www.postgresql.org/docs/current/ddl-priv.html',
    },
    {
      id: 'row-level-security',
      alone: true,
      when: [{ text: 'new row violates row-level security policy' }],
      causes: { 'not-owner': 'suggests', 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: "no row-level security policy allows this row for this role; often the owner column is not the caller's id, or the caller is anonymous",
      fix: { who: 'api-owner', text: 'add an INSERT or UPDATE policy, with WITH CHECK, for this role' },
      source: 'https://www.postgresql.org/docs/current/ddl-rowsecurity.html',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [
        { any: [{ text: /\bjwt expired\b/ }, { code: 'PGRST303' }] },
        { any: [{ body: 'pgrst30' }, { header: 'server', is: 'postgrest' }] },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is past its time',
      source: 'https://docs.postgrest.org/en/stable/references/errors.html',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [
        {
          any: [
            { code: 'PGRST301' },
            { text: 'JWSError JWSInvalidSignature' },
            { text: 'JWSError (JSONDecodeError' },
            { text: 'No suitable key or wrong key type' },
          ],
        },
        { not: { text: 'jwt expired' } },
        { not: { text: 'could not verify jwt' } },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the JWT does not verify with the configured key',
      source: 'https://docs.postgrest.org/en/stable/references/errors.html',
    },
    {
      id: 'anonymous-off',
      alone: true,
      when: [{ any: [{ code: 'PGRST302' }, { text: 'Anonymous access is disabled' }] }],
      causes: { 'credentials-missing': 'proves' },
      says: 'there is no anonymous role: a token is wanted',
      source: 'https://docs.postgrest.org/en/stable/references/errors.html',
    },
  ],
};

export default vendor;
