import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'opensubtitles',
  name: 'OpenSubtitles',
  role: 'api',
  present: [{ host: 'opensubtitles.com' }, { host: 'opensubtitles.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.opensubtitles.com' }],
      causes: {},
      usual: { 'client-refused': 38, 'credentials-invalid': 30, 'credentials-missing': 16 },
      says: "mostly no User-Agent with the app's name, or a wrong Api-Key",
      source: 'https://opensubtitles.stoplight.io/docs/opensubtitles-api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.opensubtitles.com' }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-expired': 32, 'credentials-missing': 16 },
      says: 'mostly a token past its day, or wrong login data',
      source: 'https://opensubtitles.stoplight.io/docs/opensubtitles-api',
    },
    {
      id: 'usual-406',
      when: [{ status: 406 }, { host: 'api.opensubtitles.com' }],
      causes: {},
      usual: { 'rate-limited': 84, 'feature-unavailable': 8 },
      says: "the day's downloads are used up",
      source: 'https://opensubtitles.stoplight.io/docs/opensubtitles-api',
    },
  ],
};

export default vendor;
