import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'radware',
  name: 'Radware',
  role: 'waf',
  present: [
    { header: 'x-sl-compstate' },
    { text: 'cloudwebsec.radware.com' },
    { body: 'perfdrive.com' },
    { header: 'location', is: 'perfdrive.com' },
    { text: 'unauthorized activity has been detected' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /unauthorized (request blocked|activity has been detected)/ }, { text: /case number/ }],
      causes: { 'content-rejected': 'proves', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'the firewall saw an attack pattern in the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/radware.py',
    },
    {
      id: 'bot-manager',
      alone: true,
      when: [
        {
          any: [
            { body: /(validate|captcha)\.perfdrive\.com/ },
            { header: 'location', is: 'validate.perfdrive.com' },
            { text: /shieldsquare captcha|your activity and behavior on this site made us think that you are a bot/ },
          ],
        },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'the Bot Manager wants a CAPTCHA solved',
      source: 'https://github.com/danieldotnl/ha-multiscrape/issues/298',
    },
  ],
};

export default vendor;
