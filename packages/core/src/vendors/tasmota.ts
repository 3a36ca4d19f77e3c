import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tasmota',
  name: 'Tasmota',
  role: 'app',
  present: [{ body: 'need user=<username>&password=<password>' }, { header: 'server', is: 'tasmota' }],
  refusals: [
    {
      id: 'password',
      alone: true,
      when: [{ body: 'need user=<username>&password=<password>' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'the web password is set: send user and password along',
      source: 'https://github.com/arendst/Tasmota/blob/development/tasmota/tasmota_xdrv_driver/xdrv_01_9_webserver.ino',
    },
  ],
};

export default vendor;
