import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'crowdin-transifex',
  name: 'Crowdin, Transifex, Lokalise, Weblate, POEditor',
  role: 'api',
  present: [
    { host: 'crowdin.com' },
    { host: 'transifex.com' },
    { host: 'lokalise.com' },
    { host: 'hosted.weblate.org' },
    { host: 'poeditor.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 38, 'scope-insufficient': 26, 'feature-unavailable': 14, 'not-owner': 8 },
      says: "mostly the role in the project or the token's scope",
      source: 'https://support.crowdin.com/developer/api/v2/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 18, 'credentials-expired': 14 },
      says: 'mostly a wrong or expired token',
      source: 'https://support.crowdin.com/developer/api/v2/',
    },
  ],
};

export default vendor;
