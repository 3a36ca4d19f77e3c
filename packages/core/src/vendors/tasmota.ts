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
      when: [{ status: 403 }, { path: /^\/(?:cm\?|cs\?|u2|up\b)/ }],
      causes: {},
      usual: { 'origin-rejected': 36, 'feature-unavailable': 24, 'ip-refused': 15, 'credentials-missing': 8 },
      says: 'commands over HTTP ask for a Referer of the device unless SetOption128 allows them',
      source: 'https://tasmota.github.io/docs/Commands/',
    },
  ],
};

export default vendor;
