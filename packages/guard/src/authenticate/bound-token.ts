import type { Who } from '../model.ts';

/**
 * Tokens that are bound to a key of the client's: to check the proof of one takes a store of proofs seen (RFC 9449
 * §11.1), which is not here. They are refused in words that say so, and never taken for plain bearer tokens.
 */

/** What is said to a request of the scheme `DPoP`. Another authenticator may still know it. */
export const DPOP: Who = {
  state: 'foreign',
  cause: 'credentials-malformed',
  found: 'Authorization has the scheme DPoP (RFC 9449), which is not supported',
  says: 'DPoP (RFC 9449) is not supported. Send a token that is not bound to a key, as Bearer.',
};

const BOUND: Who = {
  state: 'refused',
  cause: 'credentials-invalid',
  found: 'the token is bound to a key (cnf), and its proof cannot be checked',
  says: 'The token is bound to a key of the client (RFC 9449, RFC 8705), which is not supported.',
};

export function isDpop(line: string): boolean {
  return /^dpop(?: |$)/i.test(line);
}

/** The refusal of a token that says of itself that it is bound (RFC 7800 §3.1), or undefined where it does not. */
export function boundFault(claims: Readonly<Record<string, unknown>>): Who | undefined {
  const isBound = claims['cnf'] !== undefined && claims['cnf'] !== null;
  const isDpopToken = typeof claims['token_type'] === 'string' && /^dpop$/i.test(claims['token_type']);
  return isBound || isDpopToken ? BOUND : undefined;
}
