import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'domoticz',
  name: 'Domoticz and FHEM',
  role: 'app',
  present: [{ challenge: 'basic', param: 'realm', is: /domoticz|fhem/i }],
  refusals: [
    {
      id: 'usual-json',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/json\.htm\?/ }],
      causes: {},
      usual: { 'credentials-missing': 34, 'ip-refused': 28, 'credentials-invalid': 24, 'feature-unavailable': 5 },
      says: 'the address is not in the trusted networks, or Basic is off over plain HTTP',
      source: 'https://www.domoticz.com/wiki/Security',
    },
    {
      id: 'usual-fhem',
      alone: true,
      when: [{ status: [403, 401, 400] }, { path: /^\/fhem(?:[/?]|$)/ }],
      causes: {},
      usual: { 'csrf-missing': 44, 'credentials-missing': 26, 'credentials-invalid': 14, 'ip-refused': 6 },
      says: 'the device WEB asks for a csrfToken with each command (fwcsrf)',
      source: 'https://fhem.de/commandref.html#FHEMWEB',
    },
  ],
};

export default vendor;
