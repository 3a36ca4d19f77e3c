import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'youtube',
  name: 'YouTube',
  role: 'api',
  present: [
    { host: 'youtube.googleapis.com' },
    { host: 'youtube.com' },
    { host: 'googlevideo.com' },
    { path: /^\/(upload\/)?youtube\/v3\// },
    { body: 'youtube.quota' },
  ],
  refusals: [
    {
      id: 'quota',
      alone: true,
      when: [{ text: /exceeded your quota/ }, { body: 'quotaexceeded' }],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the daily quota units of the project are used up',
      source: 'https://developers.google.com/youtube/v3/docs/errors',
    },
    {
      id: 'comments-disabled',
      alone: true,
      when: [{ text: /\bcommentsdisabled\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'comments are switched off for the video',
      source: 'https://developers.google.com/youtube/v3/docs/errors',
    },
    {
      id: 'live-disabled',
      alone: true,
      when: [{ text: /\b(livestreamingnotenabled|livepermissionblocked)\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the channel may not stream live',
      source: 'https://developers.google.com/youtube/v3/docs/errors',
    },
    {
      id: 'captions',
      alone: true,
      when: [{ text: 'permissions associated with the request are not sufficient to download the caption track' }],
      causes: { 'not-owner': 'proves' },
      says: 'captions are for the owner of the video only',
      source: 'https://developers.google.com/youtube/v3/docs/captions/download',
    },
    {
      id: 'playlist',
      alone: true,
      when: [{ text: /\b(playlistitemsnotaccessible|channelforbidden|playlistforbidden)\b/ }],
      causes: { 'not-owner': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the list or channel belongs to another account',
      source: 'https://developers.google.com/youtube/v3/docs/errors',
    },
    {
      id: 'signup-required',
      alone: true,
      when: [{ text: /\byoutubesignuprequired\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the account has no YouTube channel',
      source: 'https://developers.google.com/youtube/v3/docs/errors',
    },
    {
      id: 'bot-check',
      alone: true,
      when: [{ text: "sign in to confirm you're not a bot" }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'YouTube takes this client or address for a robot',
      source: 'https://github.com/yt-dlp/yt-dlp/wiki/FAQ',
    },
    {
      id: 'media-url',
      when: [{ host: 'googlevideo.com' }, { status: 403 }],
      causes: { 'credentials-expired': 'suggests', 'ip-refused': 'hints', 'client-refused': 'hints' },
      says: 'media URLs are short-lived and bound to one address and client',
      source: 'https://github.com/yt-dlp/yt-dlp/wiki/FAQ',
    },
  ],
};

export default vendor;
