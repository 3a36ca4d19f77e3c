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
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { port: 9000 },
        { path: /^\/api\/(?:streams|search\/universal|users|roles|cluster|dashboards|views)(?:[/?]|$)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 66, 'proxy-refused': 8, 'credentials-invalid': 5 },
      says: 'no login and no token came',
      source: 'https://go2docs.graylog.org/current/setting_up_graylog/rest_api.html',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 9000 },
        { path: /^\/api\/(?:streams|search\/universal|users|roles|cluster|dashboards|views)(?:[/?]|$)/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-malformed': 30, 'credentials-invalid': 28, 'role-missing': 22, 'csrf-missing': 10 },
      says: 'the token goes as user name with the password "token"; writes need X-Requested-By',
      source: 'https://go2docs.graylog.org/current/setting_up_graylog/rest_api.html',
    },
  ],
};

export default vendor;
