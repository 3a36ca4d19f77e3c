import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'syncthing',
  name: 'Syncthing',
  role: 'app',
  present: [
    { header: 'x-syncthing-id' },
    { header: 'x-syncthing-version' },
    { text: /^\s?(?:csrf error|host check error)/ },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [{ text: 'CSRF Error' }],
      causes: { 'csrf-missing': 'suggests', 'credentials-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'neither the API key nor the CSRF header of the page came',
      fix: { who: 'caller', text: 'send X-API-Key: <key> from the settings' },
      source: 'https://docs.syncthing.net/dev/rest.html',
    },
    {
      id: 'host-check',
      alone: true,
      when: [{ text: 'Host check error' }],
      causes: { 'host-rejected': 'proves' },
      says: 'the GUI listens on the loopback address and refuses another Host',
      fix: { who: 'server-admin', text: 'send Host: localhost from the proxy, or set insecureSkipHostcheck' },
      source: 'https://docs.syncthing.net/users/faq.html#why-do-i-get-host-check-error-in-the-gui-api',
    },
    {
      id: 'not-authorized',
      when: [{ text: 'Not Authorized' }],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no API key or login came, or a wrong one',
      source: 'https://docs.syncthing.net/dev/rest.html',
    },
    {
      id: 'usual-rest',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/rest\/(?:system\/(?:status|connections|config|version|ping|error)|db\/(?:status|scan|file|browse|ignores)|svc|noauth|config\/(?:folders|devices|options))(?:[/?]|$)/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 30, 'credentials-missing': 28, 'csrf-missing': 20, 'host-rejected': 14 },
      says: 'X-API-Key is missing or wrong; without it a session needs the CSRF token of its device',
      source: 'https://docs.syncthing.net/users/faq.html',
    },
  ],
};

export default vendor;
