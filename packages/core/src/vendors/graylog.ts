import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'graylog',
  name: 'Graylog',
  role: 'app',
  present: [{ header: 'x-graylog-node-id' }, { text: 'graylog' }],
  refusals: [
    {
      id: 'requested-by',
      alone: true,
      when: [{ text: 'CSRF protection header is missing' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'writes want the header X-Requested-By',
      fix: { who: 'caller', text: 'send X-Requested-By: cli' },
      source: 'https://go2docs.graylog.org/current/setting_up_graylog/rest_api.html',
    },
    {
      id: 'not-authorized',
      when: [{ text: /not authorized(?: to access resource id| for)?/ }, { status: 403 }],
      causes: { 'role-missing': 'proves' },
      says: "the user's roles lack the permission",
      source: 'https://go2docs.graylog.org/current/setting_up_graylog/rest_api.html',
    },
  ],
};

export default vendor;
