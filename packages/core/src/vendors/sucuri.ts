import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sucuri',
  name: 'Sucuri',
  role: 'waf',
  present: [
    { header: 'x-sucuri-id' },
    { header: 'server', is: /^sucuri/i },
    { header: 'x-sucuri-block' },
    { text: 'sucuri website firewall' },
  ],
  refusals: [
    {
      id: 'country',
      alone: true,
      when: [{ text: /sucuri website firewall/ }, { text: /access from your (country|region) was disabled/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the site owner refuses this country',
      source: 'https://docs.sucuri.net/website-firewall/sucuri-firewall-block-page/',
    },
    {
      id: 'address',
      alone: true,
      when: [
        { text: /sucuri website firewall/ },
        { text: /ip address (is )?not (whitelisted|allowed|authorized)|blacklisted/ },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not allowed here',
      source: 'https://docs.sucuri.net/website-firewall/sucuri-firewall-block-page/',
    },
    {
      id: 'blocked',
      alone: true,
      when: [
        { text: /sucuri website firewall/ },
        {
          not: {
            text: /was disabled by the administrator|ip address (is )?not (whitelisted|allowed|authorized)|blacklisted/,
          },
        },
      ],
      causes: { 'content-rejected': 'suggests', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'a rule of the firewall matched the request',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/sucuri.py',
    },
  ],
};

export default vendor;
