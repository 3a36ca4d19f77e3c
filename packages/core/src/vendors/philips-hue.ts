import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'philips-hue',
  name: 'Philips Hue bridge',
  role: 'app',
  present: [{ body: /^\[ ?\{ ?"error" ?: ?\{ ?"type" ?: ?[0-9]{1,3} ?, ?"address"/ }],
  refusals: [
    {
      id: 'user',
      alone: true,
      when: [{ body: /"type" ?: ?1 ?,.{0,200}"description" ?: ?"unauthorized user"/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the bridge does not know this user name',
      fix: { who: 'caller', text: 'press the link button and make a new user name' },
      source: 'https://developers.meethue.com/develop/hue-api/error-messages/',
    },
    {
      id: 'button',
      alone: true,
      when: [{ text: 'link button not pressed' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the button on the bridge must be pressed within 30 seconds before',
      source: 'https://developers.meethue.com/develop/hue-api/error-messages/',
    },
    {
      id: 'usual-clip',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/clip/v2/' }, { not: { sent: 'hue-application-key' } }],
      causes: {},
      usual: { 'credentials-missing': 70, 'credentials-malformed': 10, 'tls-required': 5 },
      says: 'the application key goes in the header hue-application-key',
      source: 'https://developers.meethue.com/develop/hue-api-v2/getting-started/',
    },
    {
      id: 'usual-clip-key',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/clip/v2/' }, { sent: 'hue-application-key' }],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-expired': 10, 'tls-required': 5, 'not-owner': 4 },
      says: 'the application key is of another bridge, or was removed',
      source: 'https://developers.meethue.com/develop/hue-api-v2/getting-started/',
    },
    {
      id: 'usual-eventstream',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/eventstream/clip/v2' }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-missing': 40, 'tls-required': 6 },
      says: 'the stream of events asks for the application key',
      source: 'https://developers.meethue.com/develop/hue-api-v2/getting-started/',
    },
  ],
};

export default vendor;
