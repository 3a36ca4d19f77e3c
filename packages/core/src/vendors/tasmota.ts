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
    {
      id: 'usual-cm',
      alone: true,
      when: [{ status: 401 }, { path: /^\/cm\?/ }],
      causes: {},
      usual: { 'credentials-missing': 56, 'credentials-invalid': 28, 'credentials-malformed': 5 },
      says: 'with WebPassword set, user=admin&password=… or Basic must come',
      source: 'https://tasmota.github.io/docs/Commands/',
    },
    {
      id: 'usual-cm-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/c[ms]\?/ }],
      causes: {},
      usual: { 'feature-unavailable': 32, 'origin-rejected': 26, 'ip-refused': 15, 'credentials-missing': 10 },
      says: 'commands over HTTP are off (SetOption128 0): then only pages of the device itself may send them',
      source: 'https://tasmota.github.io/docs/Commands/',
    },
  ],
};

export default vendor;
