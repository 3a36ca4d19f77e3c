import { inherited, ownDirectives, type Scope } from './model.ts';
import { matchRegex } from './regex.ts';
import { type Run, unknownValue, type Value } from './run.ts';

/** Whether a host fits a name of `valid_referers` or `server_name`, which may hold a star at either end. */
function fitsName(host: string, name: string): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('*.')) return host.endsWith(lower.slice(1)) && host.length >= lower.length;
  if (lower.startsWith('.')) return host === lower.slice(1) || host.endsWith(lower);
  if (lower.endsWith('.*')) return host.startsWith(lower.slice(0, -1)) && host.length >= lower.length;
  return host === lower;
}

const isRegex = (word: string): boolean => word.startsWith('~');
/** Stands for those of the server's names that are regular expressions; no word of a configuration. */
const REGEX_NAMES = '\0';

/** The words of the nearest level that holds one of this kind. */
function nearest(run: Run, fits: (word: string) => boolean): readonly string[] {
  for (let level: Scope | undefined = run.scope; level; level = level.parent) {
    const words = ownDirectives(level, 'valid_referers').flatMap(({ args }) => args);
    if (words.some(fits)) return words;
  }
  return [];
}

/** Evaluates `$invalid_referer` (https://nginx.org/en/docs/http/ngx_http_referer_module.html). */
export function invalidReferer(run: Run): Value {
  const directives = inherited(run.scope, 'valid_referers');
  const own = directives.flatMap((directive) => directive.args);
  // Regular expressions come from the nearest level that has any, even where the names are of a nearer one.
  const words = [
    ...own,
    ...(own.some(isRegex) ? [] : nearest(run, isRegex).filter(isRegex)),
    ...(own.includes('server_names') || nearest(run, (word) => word === 'server_names').length === 0
      ? []
      : [REGEX_NAMES]),
  ];
  const say = (valid: boolean): Value => ({ text: valid ? '' : '1', deps: new Set(['http_referer']), via: directives });
  if (words.length === 0) return say(true);
  const referer = run.request.headers.get('referer')?.[0];
  if (referer === undefined) return say(words.includes('none'));
  const match = /^https?:\/\//i.exec(referer);
  if (!match || referer.length < 'http://i.ru'.length) return say(words.includes('blocked'));
  const rest = referer.slice(match[0].length);
  const host = (/^[^/:]*/.exec(rest)?.[0] ?? '').toLowerCase();
  if (host.length > 256) return say(false);
  for (const word of words) {
    if (word === 'none' || word === 'blocked') continue;
    if (word === 'server_names' || word === REGEX_NAMES) {
      for (const { name } of run.chosen?.server.names ?? []) {
        if (!name.startsWith('~')) {
          if (word !== REGEX_NAMES && fitsName(host, name)) return say(true);
        } else {
          const named = matchRegex(name.slice(1), true, host);
          if ('matched' in named && named.matched) return say(true);
        }
      }
    } else if (word.startsWith('~')) {
      // The text starts after `http://` or `https://`; nginx matches it without case.
      const result = matchRegex(word.slice(1), true, rest);
      if ('unknown' in result) return unknownValue(result.unknown, ['http_referer']);
      if (result.matched) return say(true);
    } else {
      const slash = word.indexOf('/');
      if (!fitsName(host, slash < 0 ? word : word.slice(0, slash))) continue;
      const from = rest.indexOf('/');
      if (slash < 0 || (from >= 0 && rest.slice(from).startsWith(word.slice(slash)))) return say(true);
    }
  }
  return say(false);
}
