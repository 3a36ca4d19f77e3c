import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'douban',
  name: 'Douban',
  role: 'app',
  present: [{ host: 'douban.com' }, { host: 'doubanio.com' }],
  refusals: [
    {
      id: 'usual-418',
      when: [{ status: 418 }],
      causes: {},
      usual: { 'client-refused': 62, 'origin-rejected': 18, 'rate-limited': 10, 'ip-refused': 6 },
      says: "mostly no browser User-Agent, or an image with another site's Referer",
      source: 'https://www.douban.com/about/agreement',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'doubanio.com' }],
      causes: {},
      usual: { 'origin-rejected': 52, 'client-refused': 30, 'rate-limited': 8 },
      says: 'mostly a Referer of another site',
      source: 'https://www.douban.com/about/agreement',
    },
    {
      id: 'usual-403-douban',
      when: [{ status: 403 }, { host: 'douban.com' }, { not: { host: 'api.douban.com' } }],
      causes: {},
      usual: { 'client-refused': 36, 'rate-limited': 32, 'ip-refused': 18, 'credentials-missing': 8 },
      says: 'mostly too many requests from this address, or no browser User-Agent',
      source: 'https://www.douban.com/about/agreement',
    },
    {
      id: 'usual-400',
      when: [{ status: 400 }, { host: 'api.douban.com' }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'credentials-missing': 30, 'credentials-invalid': 14 },
      says: 'the open API was closed; keys are no longer given',
      source: 'https://www.douban.com/about/agreement',
    },
  ],
};

export default vendor;
