import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'radicale',
  name: 'Radicale, Baïkal and other CalDAV servers',
  role: 'app',
  present: [{ challenge: 'basic', param: 'realm', is: /radicale|baikaldav|baïkaldav/i }],
  refusals: [
    {
      id: 'usual-well-known-dav',
      alone: true,
      when: [{ status: [401, 403, 405] }, { path: /^\/\.well-known\/(?:cal|card)dav/ }],
      causes: {},
      usual: {
        'server-rule': 40,
        'credentials-missing': 25,
        'method-refused': 10,
        'credentials-invalid': 8,
        'ip-refused': 4,
      },
      says: 'a rule for dotfiles comes before the redirect to remote.php',
      source:
        'https://docs.nextcloud.com/server/latest/admin_manual/issues/general_troubleshooting.html#service-discovery',
    },
    {
      id: 'usual-principal',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:dav\.php|cal\.php|card\.php|radicale|caldav|carddav|baikal\/html)(?:\/|$)/ },
      ],
      causes: {},
      usual: {
        'credentials-missing': 28,
        'credentials-invalid': 28,
        'not-owner': 18,
        'role-missing': 12,
        'proxy-refused': 4,
      },
      says: 'the user is not known there, or the collection is of another user',
      source: 'https://radicale.org/v3.html',
    },
  ],
};

export default vendor;
