import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'moonraker',
  name: 'Moonraker (Klipper)',
  role: 'app',
  present: [{ header: 'server', is: /^moonraker/i }],
  refusals: [
    {
      id: 'usual-printer',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:printer\/(?:objects|info|gcode|print|query_endstops|emergency_stop|restart)|machine\/(?:system_info|update|reboot|shutdown|services|device_power)|server\/(?:info|files|history|job_queue|database|temperature_store)|access\/(?:login|api_key|oneshot_token|info))/,
        },
      ],
      causes: {},
      usual: { 'ip-refused': 42, 'credentials-missing': 22, 'origin-rejected': 18, 'credentials-invalid': 6 },
      says: 'the address is not in trusted_clients, or the origin not in cors_domains',
      source: 'https://moonraker.readthedocs.io/en/latest/configuration/#authorization',
    },
    {
      id: 'usual-websocket',
      alone: true,
      when: [{ status: [401, 403] }, { method: 'GET' }, { port: 7125 }, { path: '/websocket' }],
      causes: {},
      usual: { 'ip-refused': 34, 'origin-rejected': 32, 'credentials-missing': 16, 'credentials-expired': 4 },
      says: 'the address is not in trusted_clients, or the origin not in cors_domains',
      source: 'https://moonraker.readthedocs.io/en/latest/configuration/#authorization',
    },
  ],
};

export default vendor;
