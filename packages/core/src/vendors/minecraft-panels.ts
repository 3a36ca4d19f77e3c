import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'minecraft-panels',
  name: 'Pterodactyl / Pelican / Mojang',
  role: 'app',
  present: [
    { host: 'api.mojang.com' },
    { host: 'authserver.mojang.com' },
    { host: 'sessionserver.mojang.com' },
    { cookie: 'pterodactyl_session' },
    { host: 'api.minecraftservices.com' },
    { text: /forbiddenoperationexception/ },
  ],
  refusals: [
    {
      id: 'yggdrasil-credentials',
      alone: true,
      when: [{ code: 'ForbiddenOperationException' }, { text: /invalid (?:credentials|token)|token does not exist/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name, password or token is wrong',
      source: 'https://minecraft.wiki/w/Yggdrasil',
    },
    {
      id: 'app-registration',
      alone: true,
      when: [{ text: /invalid app registration, see https:\/\/aka\.ms\/appreginfo/ }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: 'Minecraft services: the Entra app is not approved for this API',
      fix: { who: 'api-owner', text: 'apply for the permission with the form at aka.ms/AppRegInfo' },
      source: 'https://help.minecraft.net/hc/en-us/articles/16254801392141',
    },
    {
      id: 'pterodactyl-token',
      when: [{ code: 'AccessDeniedHttpException' }, { body: '"errors"' }],
      causes: { 'scope-insufficient': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the API key is of the wrong kind (application, client) or its permissions do not hold this',
      source: 'https://github.com/pterodactyl/panel/blob/1.0-develop/app/Exceptions/Handler.php',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'sessionserver.mojang.com' }, { host: 'authserver.mojang.com' }, { host: 'api.mojang.com' }] },
        { method: 'POST' },
      ],
      causes: {},
      usual: {
        'credentials-expired': 30,
        'credentials-invalid': 24,
        'ip-refused': 22,
        'feature-unavailable': 10,
        'rate-limited': 6,
      },
      says: 'mostly an expired game session, or the address',
      source: 'https://minecraft.wiki/w/Mojang_API',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.minecraftservices.com' }],
      causes: {},
      usual: { 'feature-unavailable': 48, 'credentials-invalid': 16, 'credentials-expired': 10, 'policy-denied': 10 },
      says: 'mostly the app was not approved for this API',
      source: 'https://minecraft.wiki/w/Mojang_API',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { any: [{ host: 'api.mojang.com' }, { host: 'sessionserver.mojang.com' }] }],
      causes: {},
      usual: { 'rate-limited': 92, 'ip-refused': 3, 'client-refused': 2 },
      says: 'a few hundred requests each ten minutes for an address',
      source: 'https://minecraft.wiki/w/Mojang_API',
    },
    {
      id: 'usual-panel-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/api\/(?:application|client)\/(?:servers|users|nodes|account|locations|nests)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'scope-insufficient': 24,
        'credentials-missing': 16,
        'ip-refused': 12,
        'client-refused': 6,
      },
      says: 'application and client keys are two kinds, and a key may have a list of addresses',
      source: 'https://pterodactyl.io/community/config/environment.html',
    },
    {
      id: 'usual-wings',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [8080, 8443, 443] },
        { path: /^\/api\/(?:servers\/[0-9a-f-]{36}\/(?:ws|files|power)|system|remote\/servers)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: { 'origin-rejected': 40, 'credentials-invalid': 28, 'credentials-expired': 14, 'proxy-refused': 8 },
      says: 'Wings accepts the Origin of the panel only, and tokens of its own node',
      source: 'https://pterodactyl.io/community/config/environment.html',
    },
  ],
};

export default vendor;
