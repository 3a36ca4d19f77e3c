import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'struts',
  name: 'Apache Struts / OWASP CSRFGuard',
  role: 'framework',
  present: [{ text: /csrfguard/ }, { cookie: 'OWASP_CSRFTOKEN' }],
  refusals: [
    {
      id: 'csrfguard-missing',
      alone: true,
      when: [{ text: 'required token is missing from the request' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'OWASP CSRFGuard: no token came',
      source: 'https://github.com/OWASP/www-project-csrfguard',
    },
    {
      id: 'csrfguard-mismatch',
      alone: true,
      when: [{ text: /request token does not match (?:session|page) token/ }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'OWASP CSRFGuard: the token is not that of the session or page',
      source: 'https://github.com/OWASP/www-project-csrfguard',
    },
    {
      id: 'double-submit',
      alone: true,
      when: [{ text: 'The form has already been processed or no token was supplied, please try again.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: "Struts' token interceptor: the token is absent or was used already",
      source:
        'https://github.com/apache/struts/blob/master/core/src/main/resources/org/apache/struts2/struts-messages.properties',
    },
  ],
};

export default vendor;
