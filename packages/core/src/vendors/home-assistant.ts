import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'home-assistant',
  name: 'Home Assistant',
  role: 'app',
  present: [
    { path: '/api/webhook/' },
    { path: '/auth/login_flow' },
    { path: '/api/hassio' },
    { path: '/api/states' },
    { text: /home assistant|a request from a reverse proxy was received/ },
  ],
  refusals: [
    {
      id: 'reverse-proxy',
      alone: true,
      when: [
        {
          text: /request from a reverse proxy was received from .{1,80}(?:but your http integration is not set-up for reverse proxies)|received x-forwarded-for header from (?:an )?untrusted proxy/,
        },
      ],
      causes: { 'server-rule': 'suggests', 'ip-refused': 'hints', 'proxy-refused': 'excludes' },
      says: 'the proxy is not among trusted_proxies',
      fix: { who: 'server-admin', text: 'set use_x_forwarded_for and trusted_proxies in the http integration' },
      source: 'https://www.home-assistant.io/integrations/http/#reverse-proxies',
    },
    {
      id: 'bare-api',
      when: [
        { status: 403 },
        {
          any: [
            { path: '/api/states' },
            { path: '/auth/login_flow' },
            { path: '/api/webhook/' },
            { path: '/api/hassio' },
          ],
        },
      ],
      causes: { 'ip-refused': 'suggests', 'credentials-invalid': 'hints', 'role-missing': 'hints' },
      says: 'the address was banned after failed logins (ip_bans.yaml), or the network is not allowed for this login',
      fix: { who: 'server-admin', text: 'look into ip_bans.yaml for the address' },
      source: 'https://www.home-assistant.io/integrations/http/#ip_ban_enabled',
    },
  ],
};

export default vendor;
