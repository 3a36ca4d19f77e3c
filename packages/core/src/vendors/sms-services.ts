import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sms-services',
  name: 'Plivo, MessageBird, Sinch, Infobip, Telnyx',
  role: 'api',
  present: [
    { host: 'plivo.com' },
    { host: 'messagebird.com' },
    { host: 'bird.com' },
    { host: 'sinch.com' },
    { host: 'infobip.com' },
    { host: 'telnyx.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-missing': 14, 'credentials-malformed': 8 },
      says: "mostly a wrong key pair, or another region's host",
      source: 'https://developers.telnyx.com/api/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 34, 'policy-denied': 26, 'role-missing': 12, 'ip-refused': 8, 'not-owner': 6 },
      says: 'mostly a trial account, or a route or sender that was not enabled',
      source: 'https://developers.telnyx.com/api/errors',
    },
  ],
};

export default vendor;
