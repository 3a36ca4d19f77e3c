// What a request is for, as far as its line and a few headers tell. Refusals that give no reason depend on it: nobody guards a style
// sheet by roles, and no bot wall stands before a directory without an index.
import { type Shape, shapeOf } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import { headersOf } from '../model/http.ts';

export type Aim =
  | 'socket'
  | 'preflight'
  | 'guarded'
  | 'token'
  | 'login'
  | 'upload'
  | 'hook'
  | 'admin'
  | 'asset'
  | 'picture'
  | 'media'
  | 'archive'
  | 'package'
  | 'document'
  | 'feed'
  | 'script'
  | 'object'
  | 'api'
  | 'root'
  | 'directory'
  | 'page';

/** The first that fits; each looks at the path alone, in lower case. */
const PATHS: readonly (readonly [Aim, RegExp])[] = [
  ['token', /\/(?:oauth2?|openid-connect|connect|auth)\/(?:[\w-]{1,40}\/)?tokens?(?:\/|$)|\/token$/],
  ['login', /\/(?:log-?in|sign-?in|sessions?|auth(?:enticate|entication)?|wp-login\.php|logon|sso)(?:\/|\.\w{1,5}$|$)/],
  ['upload', /upload|attachments?(?:\/|$)|\/import(?:\/|$)/],
  ['hook', /webhooks?|\/hooks?(?:\/|$)|callback/],
  [
    'admin',
    /\/(?:wp-)?(?:admin|administrator|manage|manager|management|actuator|dashboard|console|backend)\w{0,3}(?:\/|$)/,
  ],
  [
    'package',
    /\.(?:whl|jar|pom|deb|rpm|gem|crate|nupkg|tgz|apk|udeb)$|\/(?:dists|simple|maven2?|repodata|manifests|blobs)(?:\/|$)|\/in?release$|\/packages\.gz$/,
  ],
  ['archive', /\.(?:zip|gz|bz2|xz|7z|rar|tar|iso|img|exe|msi|dmg|bin|pkg|appimage|zst)$/],
  ['picture', /\.(?:jpe?g|png|gif|webp|avif|svg|ico|bmp|tiff?)$/],
  ['media', /\.(?:mp[34]|m4[avs]|m3u8?|ts|mpd|webm|mkv|avi|mov|ogg|wav|flac|aac|key|vtt|srt)$/],
  ['asset', /\.(?:css|m?js|map|woff2?|ttf|eot|otf|wasm)$/],
  ['document', /\.(?:pdf|docx?|xlsx?|csv|txt|pptx?|epub|odt|html?|md)$/],
  ['feed', /\.(?:xml|rss|atom)$|\/(?:feed|rss|sitemap)\w{0,10}(?:\/|$)|\/robots\.txt$/],
  ['script', /\.(?:php\d?|aspx?|jsp|do|cgi|pl|action|py|cfm)$/],
];

/** A path that ends with one thing's number or name of its own. */
const OBJECT = /\/(?:\d{1,20}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,64})$/;

export function aimOf(c: Case): Aim {
  const { exchange } = c;
  if (headersOf(exchange, 'request', 'upgrade').some(({ value }) => /^websocket$/i.test(value))) return 'socket';
  if (c.method === 'OPTIONS') return 'preflight';
  const shape = shapeOf(c);
  if (shape.guarded) return 'guarded';
  const path = pathOf(exchange.request.url);
  return PATHS.find(([, is]) => is.test(path))?.[0] ?? byShape(path, shape);
}

function byShape(path: string, shape: Shape): Aim {
  if (path.length <= 1) return 'root';
  if (OBJECT.test(path)) return 'object';
  if (shape.api) return 'api';
  return shape.directory ? 'directory' : 'page';
}

function pathOf(url: string): string {
  return url
    .slice(0, 4000)
    .split(/[?#]/, 1)[0]!
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .toLowerCase();
}

/** Where the request says that it comes from: nowhere, the site itself, or another one; undefined where its headers are not known. */
export function comingFrom(c: Case): 'nowhere' | 'own site' | 'other site' | undefined {
  if (!c.headersKnown) return undefined;
  const fact = c.evidence.first('origin')?.fact;
  if (!fact?.origin && !fact?.referer) return 'nowhere';
  return fact.cross ? 'other site' : 'own site';
}
