import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'radicale',
  name: 'Radicale, Baïkal and other CalDAV servers',
  role: 'app',
  present: [{ challenge: 'basic', param: 'realm', is: /radicale|baikaldav|baïkaldav/i }],
  refusals: [
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
