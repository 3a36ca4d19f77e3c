import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'java-micro',
  name: 'Micronaut / Quarkus / Ktor / Grails',
  role: 'framework',
  present: [{ text: /io\.(?:quarkus|micronaut|ktor)/ }, { body: '"_embedded":{"errors":[' }],
  refusals: [
    {
      id: 'micronaut-forbidden',
      when: [{ body: '"_embedded":{"errors":[' }, { text: /\bforbidden\b/ }, { status: 403 }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'csrf-missing': 'hints' },
      says: 'Micronaut Security: the user lacks the role, or no rule allows this path',
      fix: { who: 'server-admin', text: 'every path without @Secured or an intercept-url-map entry is refused' },
      source: 'https://docs.micronaut.io/latest/guide/#errorFormats',
    },
  ],
};

export default vendor;
