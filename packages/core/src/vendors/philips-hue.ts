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
  ],
};

export default vendor;
