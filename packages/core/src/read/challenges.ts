// Own parser: http-auth-utils throws on five of six values seen in the wild, and a debugger must read broken ones too.
import type { Evidence, Facts, Reader } from '../model/evidence.ts';
import { headersOf } from '../model/http.ts';

/**
 * Challenges of one WWW-Authenticate value (RFC 9110 §11.6.1): several may stand in one field, separated by commas, which
 * also separate parameters. A token that is not followed by `=` starts a challenge.
 */
export function parseChallenges(value: string): readonly Omit<Facts['challenge'], 'proxy'>[] {
  const found: { scheme: string; params: Record<string, string> }[] = [];
  const pattern =
    /\s*(?:,\s*)?([!#$%&'*+.^_`|~\w-]{1,100})(?:\s{0,5}=\s{0,5}(?:"((?:[^"\\]|\\.){0,4000})"|([^\s,"]{0,4000})))?/gy;
  for (const match of value.slice(0, 8000).matchAll(pattern)) {
    const [, name, quoted, bare] = match;
    if (quoted === undefined && bare === undefined) {
      if (found.length < 20) found.push({ scheme: name!, params: {} });
    } else {
      if (!found.length) found.push({ scheme: '', params: {} });
      found.at(-1)!.params[name!.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? bare ?? '';
    }
  }
  return found;
}

const reader: Reader = {
  id: 'challenges',
  read(exchange) {
    const found: Evidence<'challenge'>[] = [];
    for (const [name, proxy] of [
      ['www-authenticate', false],
      ['proxy-authenticate', true],
    ] as const) {
      for (const { value, span } of headersOf(exchange, 'response', name)) {
        for (const challenge of parseChallenges(value))
          found.push({ kind: 'challenge', fact: { ...challenge, proxy }, at: [span], by: 'challenges' });
      }
    }
    return found;
  },
};

export default reader;
