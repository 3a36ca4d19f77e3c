import { credentialsOf } from './case.ts';
import type { Case } from './cause.ts';

/** What the request carried that identifies the caller, in one word; `unknown` where the request is not shown whole. */
export type Sent = 'nothing' | 'basic' | 'bearer' | 'key' | 'cookie' | 'signed' | 'unknown';

export function sentKind(c: Case): Sent {
  const kinds = credentialsOf(c).map(({ fact }) => fact.kind);
  if (kinds.some((kind) => kind === 'sigv4' || kind === 'signed-url')) return 'signed';
  if (kinds.some((kind) => kind === 'basic' || kind === 'digest')) return 'basic';
  if (kinds.some((kind) => kind === 'bearer' || kind === 'scheme')) return 'bearer';
  if (kinds.includes('api-key') || kinds.includes('client-certificate')) return 'key';
  if (kinds.includes('session-cookie')) return 'cookie';
  return c.headersKnown ? 'nothing' : 'unknown';
}
