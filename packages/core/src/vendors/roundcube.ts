import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'roundcube',
  name: 'Roundcube',
  role: 'app',
  present: [{ cookie: 'roundcube_sess' }, { cookie: 'roundcube_sessid' }, { text: /roundcube|request check failed/ }],
  refusals: [
    {
      id: 'request-check',
      alone: true,
      when: [{ any: [{ text: 'Request Check Failed' }, { text: 'REQUEST CHECK FAILED' }] }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the _token is absent or stale',
      source: 'https://github.com/roundcube/roundcubemail/blob/master/program/actions/utils/error.php',
    },
  ],
};

export default vendor;
