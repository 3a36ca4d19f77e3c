import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kong',
  name: 'Kong',
  role: 'gateway',
  present: [
    { header: 'server', is: /^kong/i },
    { header: 'via', is: /kong/i },
    { header: 'x-kong-request-id' },
    { header: 'x-kong-response-latency' },
    { header: 'x-kong-proxy-latency' },
  ],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'no api key found in request' }, { not: { text: /apikey`?'? request header or url param/ } }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the key-auth plugin found no key',
      source: 'https://developer.konghq.com/plugins/key-auth/',
    },
    {
      id: 'credentials',
      when: [{ text: 'invalid authentication credentials' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'excludes' },
      says: 'key or password is unknown to the gateway',
      source: 'https://developer.konghq.com/plugins/key-auth/',
    },
    {
      id: 'acl',
      alone: true,
      when: [{ text: /you cannot consume this service/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the consumer is in no group that may use this service',
      source: 'https://developer.konghq.com/plugins/acl/',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: /ip address not allowed: ?[0-9a-f.:]{3,45}/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the ip-restriction plugin refuses this address',
      source: 'https://developer.konghq.com/plugins/ip-restriction/',
    },
    {
      id: 'rate',
      when: [{ text: /api rate limit exceeded/ }, { not: { text: /api rate limit exceeded for/ } }],
      causes: { 'rate-limited': 'proves' },
      says: 'the rate limit of the gateway is reached',
      source: 'https://developer.konghq.com/plugins/rate-limiting/',
    },
    {
      id: 'jwt-issuer',
      alone: true,
      when: [{ text: /no credentials found for given '(iss|kid)'|no mandatory '(iss|kid)' in claims/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no consumer has a credential for the issuer of this JWT',
      source: 'https://developer.konghq.com/plugins/jwt/',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [{ body: /"exp": ?"token expired"/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is past its time',
      source: 'https://developer.konghq.com/plugins/jwt/',
    },
    {
      id: 'hmac',
      alone: true,
      when: [{ text: /hmac signature (cannot be verified|does not match)/ }],
      causes: {
        'credentials-invalid': 'proves',
        'credentials-expired': 'suggests',
        'credentials-malformed': 'suggests',
      },
      says: 'signature, Date header or algorithm do not fit',
      source: 'https://developer.konghq.com/plugins/hmac-auth/',
    },
    {
      id: 'https',
      alone: true,
      when: [{ text: /please use https protocol/ }],
      causes: { 'tls-required': 'proves' },
      says: 'the route takes HTTPS only',
      source: 'https://developer.konghq.com/gateway/entities/route/',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { body: /^\{ ?"message" ?: ?"forbidden" ?\}$/ }],
      causes: { 'client-refused': 'suggests', 'ip-refused': 'hints', 'role-missing': 'hints' },
      says: 'Kong itself refused: the bot-detection plugin words it so',
      source: 'https://developer.konghq.com/plugins/bot-detection/',
    },
  ],
};

export default vendor;
