import type { Requirement } from '../model.ts';
import { badOption, show } from '../options.ts';
import { holds } from './holds.ts';

/** RFC 6749 §3.3: printable ASCII without space, quote and backslash. */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/;

/**
 * Demands all of the scopes of the token. The refusal names them, since the caller can ask for them (RFC 6750 §3.1).
 * @throws {GuardError} `scope-name` where a name cannot stand in a challenge.
 */
export function scope(...names: readonly string[]): Requirement<true> {
  const bad = names.find((name) => typeof name !== 'string' || !SCOPE_TOKEN.test(name));
  if (bad !== undefined || names.length === 0) {
    const got = { code: 'scope-name', got: show(bad) };
    throw badOption(
      { of: 'scope', name: 'names' },
      'holds what is no name of a scope',
      'Give one name an argument.',
      got,
    );
  }
  return holds({
    kind: 'scope',
    wants: names,
    every: true,
    cause: 'scope-insufficient',
    near: 0.8,
    tell: 'hint',
    challenge: { error: 'insufficient_scope', scope: names.join(' ') },
    held: (caller) => caller.scopes,
  });
}
