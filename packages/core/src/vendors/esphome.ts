import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'esphome',
  name: 'ESPHome',
  role: 'app',
  present: [{ header: 'server', is: /^esphome/i }],
  refusals: [
    {
      id: 'usual-entity',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:switch|light|sensor|binary_sensor|fan|cover|text_sensor|number|select|button|climate|lock)\/[a-z0-9_%-]{1,80}\/(?:turn_on|turn_off|toggle|set|press|open|close)(?:\?|$)/,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 56, 'credentials-invalid': 30, 'credentials-malformed': 5 },
      says: 'the web server of the device has a user and a password',
      source: 'https://esphome.io/components/web_server.html',
    },
  ],
};

export default vendor;
