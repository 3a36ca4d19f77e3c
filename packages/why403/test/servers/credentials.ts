import type { Asked, SessionKind } from './model.ts';
import type { Chance } from './random.ts';

export interface Caller {
  readonly name: 'user' | 'admin';
  readonly role: 'user' | 'admin';
  readonly scopes: readonly string[];
  readonly state: 'good' | 'expired' | 'revoked';
}

/** One credential as it is sent: words of curl, and the value by which a server knows it. */
export interface Credential {
  readonly words: readonly string[];
  /** As `--as` takes it; absent where it is no header. */
  readonly header?: string;
  readonly value: string;
}

const b64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

export function credentialOf(kind: SessionKind, caller: Caller, draw: Chance): Credential {
  const secret = [...Array(24)].map(() => draw.pick([...'0123456789abcdef'])).join('');
  const header = (name: string, value: string): Credential => ({
    words: ['-H', `${name}: ${value}`],
    header: `${name}: ${value}`,
    value: value.replace(/^\w+ /, ''),
  });
  switch (kind) {
    case 'none':
      return { words: [], value: '' };
    case 'cookie': {
      const value = `${draw.pick(['session', 'sid', 'JSESSIONID', 'sessionid'])}=${secret}`;
      return { words: ['-b', value], header: `Cookie: ${value}`, value: secret };
    }
    case 'bearer':
      return header('Authorization', `Bearer ${secret}`);
    case 'jwt': {
      const exp = 1_700_000_000 + (caller.state === 'expired' ? -1e6 : 4e8);
      const claims = {
        sub: caller.name,
        scope: caller.scopes.join(' '),
        roles: [caller.role],
        exp,
        jti: secret.slice(0, 8),
      };
      return header('Authorization', `Bearer ${b64({ alg: 'HS256' })}.${b64(claims)}.${secret}${secret.slice(0, 19)}`);
    }
    case 'basic': {
      const pair = `${caller.name}:${secret.slice(0, 9)}`;
      const value = Buffer.from(pair).toString('base64');
      return { words: ['-u', pair], header: `Authorization: Basic ${value}`, value };
    }
    case 'key-header':
      return header(draw.pick(['X-Api-Key', 'X-Auth-Token', 'Api-Key']), secret);
    case 'key-query':
    case 'signed':
      return { words: [], value: secret };
  }
}

/** The value that a request carries, in the one place where this server looks for it. */
export function sentValue(kind: SessionKind, place: string, asked: Asked): string | undefined {
  switch (kind) {
    case 'none':
      return undefined;
    case 'cookie':
      return asked.cookies[place];
    case 'bearer':
    case 'jwt':
      return /^Bearer (\S+)$/.exec(asked.headers['authorization'] ?? '')?.[1];
    case 'basic':
      return /^Basic (\S+)$/.exec(asked.headers['authorization'] ?? '')?.[1];
    case 'key-header':
      return asked.headers[place.toLowerCase()];
    case 'key-query':
      return asked.query.get('api_key') ?? undefined;
    case 'signed':
      return asked.query.get('sig') ?? undefined;
  }
}
