import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'whatsapp-media',
  name: 'WhatsApp media',
  role: 'cdn',
  present: [{ host: 'lookaside.fbsbx.com' }, { host: 'mmg.whatsapp.net' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 58, 'client-refused': 18, 'credentials-expired': 10 },
      says: 'mostly the download lacks the Authorization header',
      source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'mmg.whatsapp.net' }],
      causes: {},
      usual: { 'credentials-expired': 66, 'client-refused': 10, 'object-hidden': 8 },
      says: 'mostly a media address past its time',
      source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'lookaside.fbsbx.com' }],
      causes: {},
      usual: { 'client-refused': 44, 'credentials-expired': 30, 'credentials-missing': 12 },
      says: 'mostly no User-Agent, or an address past its five minutes',
      source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/reference/media',
    },
  ],
};

export default vendor;
