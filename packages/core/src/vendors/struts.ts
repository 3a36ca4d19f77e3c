import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'struts',
  name: 'Apache Struts / OWASP CSRFGuard',
  role: 'framework',
  present: [{ text: /invalid\.token|csrfguard|owasp/ }, { cookie: 'OWASP_CSRFTOKEN' }],
  refusals: [
    {
      id: 'csrfguard',
      alone: true,
      when: [{ text: /csrfguard|owasp csrf/ }],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'the OWASP CSRFGuard token is absent or stale',
      source: 'https://github.com/OWASP/www-project-csrfguard',
    },
    {
      id: 'double-submit',
      alone: true,
      when: [{ text: 'The form has already been processed or no token was supplied, please try again.' }],
      causes: { 'csrf-invalid': 'proves' },
      says: "Struts' token interceptor: the token is absent or was used already",
      source:
        'https://github.com/apache/struts/blob/master/core/src/main/resources/org/apache/struts2/struts-messages.properties',
    },
  ],
};

export default vendor;
