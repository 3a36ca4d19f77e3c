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
  ],
};

export default vendor;
