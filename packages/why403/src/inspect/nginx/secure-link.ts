import { createHash } from 'node:crypto';
import { setting } from './model.ts';
import { type Run, unknownValue, type Value } from './run.ts';
import { evaluate } from './variables.ts';

/** How a signed link fares. */
export interface LinkState {
  readonly value: Value;
  readonly fault?: 'missing' | 'malformed' | 'invalid' | 'expired';
  readonly expires?: string;
  /** What the hash is made of, the secret among it; known once a well-formed hash came. */
  readonly signed?: string;
}

/**
 * Evaluates a signed link (https://nginx.org/en/docs/http/ngx_http_secure_link_module.html). The run keeps the first state:
 * an error page may lead to a place where no link is read.
 */
export function readSecureLink(run: Run): LinkState {
  const state = readLink(run);
  if (state.value.via.length > 0) run.link ??= state;
  return state;
}

function readLink(run: Run): LinkState {
  const secret = setting(run.scope, 'secure_link_secret');
  const link = setting(run.scope, 'secure_link');
  const md5 = setting(run.scope, 'secure_link_md5');
  const via = [secret, link, md5].filter((directive) => directive !== undefined);
  const say = (
    text: string,
    fault?: LinkState['fault'],
    deps: Iterable<string> = [],
    expires?: string,
    signed?: string,
  ): LinkState => ({
    value: { text, deps: new Set([...deps, 'secure_link']), via },
    ...(fault ? { fault } : {}),
    ...(expires !== undefined ? { expires } : {}),
    ...(signed !== undefined ? { signed } : {}),
  });
  if (secret) {
    const match = /^\/[^/]*\/([^/]*)\/(.*)$/s.exec(run.uri);
    if (!match) return say('', 'missing', ['uri']);
    const [, hash = '', rest = ''] = match;
    if (hash.length !== 32) return say('', 'malformed', ['uri']);
    const signed = rest + (secret.args[0] ?? '');
    const wanted = createHash('md5').update(signed).digest('hex');
    return wanted === hash.toLowerCase()
      ? say(rest, undefined, ['uri'], undefined, signed)
      : say('', 'invalid', ['uri'], undefined, signed);
  }
  if (!link || !md5) return say('');
  const given = evaluate(run, link.args[0] ?? '');
  if (given.unknown) return { value: unknownValue(given.unknown, ['secure_link']) };
  const comma = given.text.indexOf(',');
  const hash = comma < 0 ? given.text : given.text.slice(0, comma);
  const expires = comma < 0 ? undefined : given.text.slice(comma + 1);
  const deps = [...given.deps];
  if (hash === '') return say('', 'missing', deps);
  if (comma >= 0 && !/^\d+$/.test(expires ?? '')) return say('', expires === '' ? 'missing' : 'malformed', deps);
  if (expires !== undefined && Number(expires) <= 0) return say('', 'malformed', deps);
  run.vars.set('secure_link_expires', { text: expires ?? '', deps: new Set(deps), via: [] });
  // Up to 24 characters are taken; 16 bytes have to come out of them.
  if (hash.length > 24 || Buffer.from(hash, 'base64url').length !== 16) return say('', 'malformed', deps);
  const signed = evaluate(run, md5.args[0] ?? '');
  if (signed.unknown) return { value: unknownValue(signed.unknown, ['secure_link']) };
  const wanted = createHash('md5').update(signed.text, 'utf8').digest('base64url');
  if (wanted !== hash.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
    return say('', 'invalid', deps, expires, signed.text);
  if (expires !== undefined && Number(expires) < run.request.now)
    return say('0', 'expired', deps, expires, signed.text);
  return say('1', undefined, deps, expires, signed.text);
}

/** `$secure_link`: empty where the link is wrong, `0` where it is too old, `1` where it is good. */
export const secureLink = (run: Run): Value => readSecureLink(run).value;

/** `$secure_link_expires`: the time that the link names. */
export function secureLinkExpires(run: Run): Value {
  const before = run.vars.get('secure_link_expires');
  return before ?? { text: '', deps: new Set(['secure_link']), via: [] };
}
