import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudflare-api',
  name: 'Cloudflare API',
  role: 'api',
  present: [{ host: 'api.cloudflare.com' }, { sent: 'x-auth-key' }],
  refusals: [
    {
      id: 'authentication-error',
      alone: true,
      when: [{ code: '10000' }, { text: 'authentication error' }],
      causes: { 'scope-insufficient': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the token is good and lacks a permission for this (the text speaks of authentication)',
      fix: {
        who: 'caller',
        text: 'add the permission that the reference page names to the token, on the right account or zone',
      },
      source: 'https://github.com/Curetix/mailflare-extension/issues/20',
    },
    {
      id: 'location',
      alone: true,
      when: [{ text: /cannot use the access token from location/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the token is bound to other addresses',
      source: 'https://developers.cloudflare.com/fundamentals/api/how-to/restrict-tokens/',
    },
    {
      id: 'unauthorized-resource',
      alone: true,
      when: [{ code: '9109' }, { text: 'unauthorized to access requested resource' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'the token does not cover this account or zone',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ code: ['1000', '9109'] }, { text: /invalid (api|access) token/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is unknown or past its time',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'key-unknown',
      alone: true,
      when: [{ code: '9103' }, { text: 'unknown x-auth-key or x-auth-email' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'e-mail and global key do not fit together',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'header-format',
      alone: true,
      when: [{ text: /invalid format for (authorization|x-auth-key|x-auth-email) header/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'the credentials have the wrong form: a token sent as a key, or without Bearer',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'missing',
      alone: true,
      when: [{ text: /missing x-auth-key, x-auth-email or authorization headers/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the call carries no credentials',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'permission',
      alone: true,
      when: [{ text: /actor requires permission '?com\.cloudflare\./ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the user or token lacks the named permission',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
    {
      id: 'rate',
      alone: true,
      when: [
        {
          text: /more than [0-9]{1,6} requests per [0-9]{1,6} seconds reached|please wait and consider throttling your request speed/,
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'the API limit of the user is reached',
      source: 'https://developers.cloudflare.com/fundamentals/api/reference/limits/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'api.cloudflare.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 58,
        'credentials-invalid': 14,
        'credentials-malformed': 8,
        'ip-refused': 6,
        'not-owner': 6,
      },
      says: 'mostly the API token lacks a permission for this zone or account',
      source: 'https://developers.cloudflare.com/fundamentals/api/troubleshooting/',
    },
  ],
};

export default vendor;
