import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pusher',
  name: 'Pusher Channels',
  role: 'api',
  present: [
    { host: 'pusher.com' },
    { host: 'pusherapp.com' },
    { path: /[?&]auth_signature=[^&]*&auth_timestamp=|[?&]auth_key=[^&]*&auth_signature=/ },
  ],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: /\bunknown auth_key\b/ }],
      causes: { 'credentials-invalid': 'proves', 'host-rejected': 'hints' },
      says: 'the app key is not known in this cluster',
      fix: { who: 'caller', text: 'name the cluster of the app, and check key and app id' },
      source: 'https://github.com/pusher/pusher-http-php/issues/118',
    },
    {
      id: 'cluster',
      alone: true,
      when: [{ text: /app key .{1,80} not in this cluster/ }],
      causes: { 'credentials-invalid': 'proves', 'host-rejected': 'hints' },
      says: 'the app lives in another cluster',
      source: 'https://github.com/pusher/pusher-http-dotnet/issues/50',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: 'invalid signature: you should have sent' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature does not match: wrong secret, or the body changed on the way',
      source: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
    },
    {
      id: 'clock',
      alone: true,
      when: [{ text: /timestamp expired: given timestamp .{0,80} not within/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the clock of the caller is off by more than ten minutes',
      source: 'https://pusher.com/docs/channels/library_auth_reference/rest-api/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'pusher.com' }, { host: 'pusherapp.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 60, 'credentials-expired': 20, 'credentials-malformed': 8 },
      says: 'mostly a wrong secret or cluster, or a clock that is off',
      source: 'https://pusher.com/docs/channels/library_auth_reference/auth-signatures/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'pusher.com' }, { host: 'pusherapp.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 30, 'policy-denied': 28, 'feature-unavailable': 18, 'role-missing': 10 },
      says: 'mostly the app is disabled or over its plan, or another cluster',
      source: 'https://pusher.com/docs/channels/library_auth_reference/auth-signatures/',
    },
  ],
};

export default vendor;
