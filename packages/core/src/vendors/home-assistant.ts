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
    {
      id: 'usual-login-flow',
      alone: true,
      when: [{ status: [401, 400] }, { method: 'POST' }, { path: /^\/auth\/login_flow/ }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'ip-refused': 28,
        'credentials-expired': 15,
        'step-up-required': 8,
        'server-rule': 8,
      },
      says: 'the login is wrong or its flow past its time, or the address is banned after failed ones',
      source: 'https://developers.home-assistant.io/docs/auth_api',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/api\/(?:states|services\/[a-z_]{2,40}\/[a-z_]|error_log|template|logbook|history\/period|websocket)(?:[/?a-z_]|$)/,
        },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 68, 'credentials-malformed': 10, 'credentials-expired': 3 },
      says: 'a long-lived token is missing',
      source: 'https://developers.home-assistant.io/docs/api/rest',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/api\/(?:states|services\/[a-z_]{2,40}\/[a-z_]|error_log|template|logbook|history\/period|websocket)(?:[/?a-z_]|$)/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-malformed': 17, 'credentials-expired': 15, 'host-rejected': 4 },
      says: 'the long-lived token is wrong or cut off, or a proxy takes Authorization for its own',
      source: 'https://developers.home-assistant.io/docs/api/rest',
    },
    {
      id: 'usual-camera',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:camera_proxy(?:_stream)?|media_player_proxy|image_proxy|image\/serve)\// },
      ],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-missing': 26, 'credentials-invalid': 12, 'ip-refused': 6 },
      says: 'the token in the link of the picture changes every few minutes',
      source: 'https://www.home-assistant.io/integrations/http/',
    },
    {
      id: 'usual-hassio',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/api\/hassio(?:_ingress)?\// }],
      causes: {},
      usual: {
        'role-missing': 28,
        'credentials-expired': 26,
        'credentials-missing': 16,
        'ip-refused': 10,
        'policy-denied': 8,
      },
      says: 'only administrators reach add-ons, and an ingress session ends with its cookie',
      source: 'https://developers.home-assistant.io/docs/add-ons/presentation#ingress',
    },
    {
      id: 'usual-page',
      alone: true,
      when: [{ status: 403 }, { port: 8123 }],
      causes: {},
      usual: { 'ip-refused': 58, 'credentials-expired': 10, 'credentials-invalid': 9, 'proxy-refused': 6 },
      says: 'the address is in ip_bans.yaml after failed logins',
      source: 'https://www.home-assistant.io/integrations/http/',
    },
  ],
};

export default vendor;
