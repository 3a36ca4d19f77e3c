import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yahoo-finance',
  name: 'Yahoo Finance',
  role: 'api',
  present: [{ host: 'finance.yahoo.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 48, 'credentials-expired': 18, 'client-refused': 14, 'csrf-invalid': 10 },
      says: 'mostly the cookie and its crumb are missing',
      source: 'https://legal.yahoo.com/us/en/yahoo/terms/product-atos/apiforydn/index.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 50, 'ip-refused': 20, 'rate-limited': 12, 'feature-unavailable': 6 },
      says: 'mostly no browser User-Agent, or the download that was closed',
      source: 'https://legal.yahoo.com/us/en/yahoo/terms/product-atos/apiforydn/index.html',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'client-refused': 44, 'rate-limited': 40, 'ip-refused': 10 },
      says: "mostly a library's User-Agent, or too many requests from this address",
      source: 'https://legal.yahoo.com/us/en/yahoo/terms/product-atos/apiforydn/index.html',
    },
  ],
};

export default vendor;
