import { credentialsOf } from '../model/case.ts';
import type { Case, Cause, Claim } from '../model/cause.ts';
import { inQuotes } from '../model/unseen.ts';

// A permission by its name: `missing permission: asset.read`, `required scope files:write`.
const NAMED =
  /\b(?:missing|required?|requires|lacks?|lacking|needs?|needed|without)(?: \S+){0,2} (?:permissions?|scopes?|abilit(?:y|ies))[: ]{1,2}["'`]?(?:[a-z]\w{1,30}[:.][\w.:*-]{2,40}|[a-z_]{2,30}["'`]?$)/i;

const cause: Cause = {
  id: 'scope-insufficient',
  group: 'authorization',
  title: 'the token or key lacks a scope',
  explain:
    'The server knows the caller, and the token or key that it sent was not given the permission for this call. Its holder could have asked for it: a new token with the right scope is enough; no role has to change.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'WWW-Authenticate with error="insufficient_scope"',
      'the answer names a scope or a permission of the token, key or app',
      'the scopes in the token lack what the operation wants',
    ],
    against: ['a token with every scope of the same user is refused alike', 'no token was sent'],
  },
  settledBy: 'the same request with a token of the same user that has the scope passes',
  checklist: 'scopes',
  rivals: ['role-missing', 'feature-unavailable', 'credentials-invalid'],
  callerKnown: true,
  turnedBy: {
    'token-scope-only': 'proves',
    'token-scope': 'suggests',
    'token-person-scope': 'hints',
    'token-person-role': 'doubts',
    'credential-other': 'hints',
    'another-operation': 'hints',
    'path-of-known-caller': 'hints',
    'method-of-known-caller': 'hints',
    'method-of-unknown-caller': 'doubts',
    'path-of-other-object': 'doubts',
    'described-scope-lacking': 'suggests',
    'described-scope-unseen': 'hints',
    'described-scope-held': 'doubts',
  },
  answers: { colleague: 0.6, 'in-browser': 0.6 },
  guide: { 'row-scope': 'named', scope: 'explained', check: 'named' },
  references: [
    { title: 'RFC 6750, section 3.1: insufficient_scope', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
    { title: 'RFC 6749, section 3.3: scope', url: 'https://www.rfc-editor.org/rfc/rfc6749#section-3.3' },
  ],
  summary: (c) => {
    const wanted = wantedScopes(c);
    return wanted.length
      ? `the token lacks the scope ${inQuotes(wanted.join(' '))}`
      : 'the token or key was not given the permission for this call';
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const challenge = c.evidence
      .all('challenge')
      .find(({ fact }) => fact.params['error']?.toLowerCase() === 'insufficient_scope');
    // RFC 6750 §3.1 gives this code one meaning only
    if (challenge)
      claims.push({ weight: 'proves', says: 'the challenge says insufficient_scope (RFC 6750)', at: challenge.at });
    const code = c.evidence
      .all('message')
      .find(({ fact }) => fact.role === 'code' && /^insufficient_?scopes?$|^missing_scope$/i.test(fact.text));
    if (code && !challenge) claims.push({ weight: 'proves', says: 'the code says insufficient_scope', at: code.at });
    const lacking = lackingScopes(c);
    if (lacking)
      claims.push({
        weight: 'suggests',
        says: `the token holds ${lacking.has.length ? inQuotes(lacking.has.join(' ')) : 'no scope'}; ${inQuotes(lacking.wants.join(' '))} is wanted`,
        at: lacking.at,
      });
    const key = credentialsOf(c).find(({ fact }) => /^(?:api-key|scheme|bearer)$/.test(fact.kind));
    if (
      key &&
      !c.explained &&
      c.status === 403 &&
      c.evidence.all('message').some(({ fact }) => /permission|privilege|scope|access right/i.test(fact.text))
    )
      claims.push({ weight: 'hints', says: 'a token or key was sent: it has permissions of its own', at: key.at });
    const named = c.evidence.all('message').find(({ fact }) => NAMED.test(fact.text));
    if (key && !c.explained && named)
      claims.push({
        // a person's session has roles; a key has the permissions that it was made with
        weight: key.fact.kind === 'api-key' || /[a-z][:.][a-z]/i.test(named.fact.text) ? 'suggests' : 'hints',
        says: 'the answer names one permission, and a token or key was sent',
        at: named.at,
      });
    if (c.headersKnown && !credentialsOf(c).length)
      claims.push({ weight: 'doubts', says: 'no token was sent that could lack a scope', at: [] });
    return claims;
  },
  fixes(c) {
    const wanted = wantedScopes(c).join(' ');
    return [
      {
        who: 'caller',
        text: wanted
          ? `ask for a token with the scope ${inQuotes(wanted)} and send that one`
          : 'ask for a token or key with the permission that this call wants, and send that one; scopes of a token that exists do not grow',
      },
      {
        who: 'api-owner',
        text: 'name the scope in WWW-Authenticate: Bearer error="insufficient_scope", scope="…"; let the client ask for it',
      },
    ];
  },
};

/** Scopes that the answer asks for: the challenge's `scope` (RFC 6750 §3), or what a `required` field lists. */
function wantedScopes(c: Case): readonly string[] {
  for (const { fact } of c.evidence.all('challenge')) {
    const scope = fact.params['scope'];
    if (scope && fact.params['error']?.toLowerCase() === 'insufficient_scope') return scope.split(/\s+/).slice(0, 10);
  }
  return c.evidence
    .all('message')
    .filter(
      ({ fact }) =>
        /(?:^|\.)(?:required|required_?scopes?|scope|needed|missing_?scopes?)(?:\[\d+\])?$/i.test(fact.field) &&
        /^[\w.:/*-]{2,80}(?:[\s,]+[\w.:/*-]{2,80}){0,8}$/.test(fact.text),
    )
    .flatMap(({ fact }) => fact.text.split(/[\s,]+/))
    .slice(0, 10);
}

function lackingScopes(c: Case): { has: readonly string[]; wants: readonly string[]; at: Claim['at'] } | undefined {
  const wants = wantedScopes(c);
  const jwt = c.evidence.first('jwt');
  if (!wants.length || !jwt) return undefined;
  return wants.every((w) => jwt.fact.scopes.includes(w)) ? undefined : { has: jwt.fact.scopes, wants, at: jwt.at };
}

export default cause;
