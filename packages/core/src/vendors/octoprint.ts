import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'octoprint',
  name: 'OctoPrint',
  role: 'app',
  present: [{ cookie: 'csrf_token_P' }, { cookie: 'session_P' }, { text: 'octoprint' }],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'CSRF validation failed' }, { not: { text: 'splunk' } }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'a session login without the X-CSRF-Token header of its cookie; an API key needs none',
      source: 'https://docs.octoprint.org/en/main/api/general.html',
    },
  ],
};

export default vendor;
