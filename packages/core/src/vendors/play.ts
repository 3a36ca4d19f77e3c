import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'play',
  name: 'Play Framework',
  role: 'framework',
  present: [
    { cookie: 'PLAY_SESSION' },
    { text: /no csrf token found in (?:headers|body)|host not allowed: |play framework/ },
  ],
  refusals: [
    {
      id: 'csrf-none',
      alone: true,
      when: [{ text: /no csrf token found (?:in headers|in body|for [^ ]{1,60} body|for body without content type)/ }],
      causes: { 'csrf-missing': 'proves' },
      says: 'no token came in the session, the Csrf-Token header or the csrfToken field',
      source:
        'https://github.com/playframework/playframework/blob/main/web/play-filters-helpers/src/main/scala/play/filters/csrf/CSRFActions.scala',
    },
    {
      id: 'csrf-header',
      alone: true,
      when: [{ text: 'Bad CSRF token found in query String' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'a CSRF token came and is not that of the session',
      source:
        'https://github.com/playframework/playframework/blob/main/web/play-filters-helpers/src/main/scala/play/filters/csrf/CSRFActions.scala',
    },
    {
      id: 'host-filter',
      alone: true,
      when: [{ text: /host not allowed: / }],
      causes: { 'host-rejected': 'proves' },
      says: 'the AllowedHosts filter does not know this Host',
      fix: { who: 'server-admin', text: 'add the name to play.filters.hosts.allowed' },
      source:
        'https://github.com/playframework/playframework/blob/main/web/play-filters-helpers/src/main/scala/play/filters/hosts/AllowedHostsFilter.scala',
    },
  ],
};

export default vendor;
