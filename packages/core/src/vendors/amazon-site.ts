import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'amazon-site',
  name: 'Amazon (site)',
  role: 'app',
  present: [{ host: /^(www\.|smile\.)?amazon\.(com|de|fr|it|es|in|ca|co\.uk|co\.jp|com\.(br|mx|au|tr))$/ }],
  refusals: [
    {
      id: 'usual-503',
      when: [{ status: 503 }],
      causes: {},
      usual: { 'client-refused': 78, 'rate-limited': 10, 'ip-refused': 6 },
      says: 'the bot wall',
      source: 'https://www.amazon.com/gp/help/customer/display.html?nodeId=508088',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 66, 'ip-refused': 14, 'rate-limited': 8, 'credentials-missing': 4 },
      says: 'the bot wall',
      source: 'https://www.amazon.com/gp/help/customer/display.html?nodeId=508088',
    },
  ],
};

export default vendor;
