import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'form-services',
  name: 'Typeform, SurveyMonkey, Jotform, Calendly, Cal.com',
  role: 'api',
  present: [
    { host: 'api.typeform.com' },
    { host: 'surveymonkey.com' },
    { host: 'jotform.com' },
    { host: 'calendly.com' },
    { host: 'api.cal.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 32, 'scope-insufficient': 24, 'not-owner': 18, 'role-missing': 10 },
      says: 'mostly the plan or a scope',
      source: 'https://developer.calendly.com/api-docs/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-expired': 20,
        'credentials-missing': 16,
        'credentials-malformed': 6,
      },
      says: 'mostly a revoked or expired token',
      source: 'https://developer.calendly.com/api-docs/',
    },
  ],
};

export default vendor;
