import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'proxy-services',
  name: 'Webshare, Bright Data and other proxy services',
  role: 'gateway',
  present: [
    { host: 'brd.superproxy.io' },
    { host: 'webshare.io' },
    { host: 'smartproxy.com' },
    { host: 'oxylabs.io' },
    { host: 'scraperapi.com' },
    { host: 'scrapingbee.com' },
    { host: 'zenrows.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'policy-denied': 30,
        'feature-unavailable': 26,
        'client-refused': 14,
        'ip-refused': 10,
        'credentials-invalid': 6,
      },
      says: 'mostly a target that the plan does not allow',
      source: 'https://docs.brightdata.com/proxy-networks/errorCatalog',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 54, 'credentials-missing': 24, 'feature-unavailable': 6 },
      says: 'mostly a wrong key',
      source: 'https://docs.brightdata.com/proxy-networks/errorCatalog',
    },
    {
      id: 'usual-407',
      when: [{ status: 407 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-missing': 28, 'ip-refused': 14 },
      says: 'mostly a wrong zone or password, or an address that was not put on the list',
      source: 'https://docs.brightdata.com/proxy-networks/errorCatalog',
    },
  ],
};

export default vendor;
