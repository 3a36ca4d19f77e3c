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
  phrases: [
    {
      is: /\binsufficient[ _-](?:\w+[ _-])?scopes?\b|\bscope requirements?\b|\b(?:meet|satisfy|cover)(?: \S+){0,3} scopes?\b|\boutside (?:of )?(?:the )?(?:\w+ )?scopes?\b|\bhigher privileges than (?:\w+ ){0,2}(?:provided )?by the (?:access )?token\b|\bscopes? (?:is |are )?(?:insufficient|missing|not (?:granted|sufficient|enough|authorized|present|allowed|included))\b|\b(?:missing|required|requires?|needs?|lacks?|without|invalid|ungranted|necessary|additional|appropriate|correct|proper|sufficient|more|narrow)(?: \S+){0,5} scopes?\b|\bscopes?(?: \S+){0,6} (?:required|needed|missing|lacks?|not granted|must|insufficient|necessary)\b|\bout of scope\b|\bscope (?:not|error)\b|\bscope (?:and \w+ )?mismatch/,
      not: /tenant scope invalid|in the scope of|resource scope|at scope '\/|over scope|performed? action/,
      weight: 'suggests',
      says: 'the answer names a scope',
    },
    {
      is: /\bnot (?:been )?(?:enabled|activated|allowed|permitted) (?:for|on|with) (?:this|your|the) (?:api[- ]?)?key\b|\bmissing:? [[('"]{0,3}[a-z][\w.-]{1,40}:[a-z][\w.:-]{1,40}['"\])]/,
      not: /https?:|localhost/,
      weight: 'suggests',
      says: 'the answer says what this key is not for',
    },
    {
      is: /\b(?:tokens?|api[- ]?keys?|apikey|keys?|access key|pat|apps?|applications?|integration|oauth app|client|credentials?|provided key|service principal|bot|webhook|deploy key|personal access token)\b(?: \S+){0,8} (?:(?:do|does|did|has|have|is|are|was|were)(?:n't| not)|lacks?|missing|without|needs?|must have|requires?|insufficient|no|not)\b(?: \S+){0,6} (?:permissions?|privileges?|access|capabilit(?:y|ies)|grants?|rights?|abilit(?:y|ies)|authori[sz]ed|authori[sz]ation|authority|permitted|allowed)\b/,
      not: /\bips?\b|ip\/token|\bcsrf|key[- ]based|not valid|\binvalid|\bexpired|users? (?:does|do) not|not found|signature|ip address|\bplan|\borigin|\breferer|anonymous|key vault|\bcountry|by (?:the|your) (?:\w+ )?(?:admin|owner)|client does not have permission to get|row-level|your access|subset of|\bgroups?\b/,
      weight: 'suggests',
      says: 'the answer says that the token, key or app lacks a permission',
    },
    {
      is: /\bpermissions?\b(?: \S+){0,6} (?:granted to|assigned to|on|of|for|in)(?: \S+){0,3} (?:token|api key|key|app|application|access token|integration|oauth)\b|\b(?:grant|add|enable|give|request|select)(?: \S+){0,4} (?:permission|scope|privilege)s?(?: \S+){0,4} (?:token|key|app|application)\b|\b(?:token|key|app)(?:'s)? permissions?\b|\bunauthorized scopes?\b|\bread[- ]only (?:token|key|api key|access token)\b|\b(?:token|key) (?:is|was) (?:restricted|limited|read[- ]only)\b|\b(?:requires?|having|need)(?: \S+){0,3} (?:api|application|app|oauth) permissions?\b/,
      weight: 'suggests',
      says: 'the answer speaks of the permissions of the token or app',
    },
    {
      // who names no user may mean the token as well
      is: /\b(?:insufficient|inadequate|not enough|not sufficient|lacking|lacks?|lack of|sufficient)(?: \S+){0,2} (?:permissions?|privileges?|access rights)\b|\b(?:permissions?|privileges?)(?: \S+){0,4} (?:insufficient|not sufficient|not enough)\b/,
      not: /\busers?\b|\byou\b|\byour\b|account|\bmembers?\b|\broles?\b|caller|principal|\bfile|director|\bgroup|\badmin|\bmysql|database/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that a permission is lacking, and not of whom',
    },
    {
      is: /\brequires? (?:the )?["'`]?[a-z][\w.]{1,30}[:/_][\w.:/*-]{2,40}["'`]? (?:permission|scope|access)?|\bpermission ["'`]?[a-z]\w{1,30}[:.][\w.:*-]{2,40}["'`]?/,
      not: /https?:|user \S+ (?:does|is)|resource|principal|arn:|\brole\b/,
      weight: 'hints',
      says: 'the answer names a permission in the manner of scopes',
    },
    {
      is: /\b(?:requires?|needs?|missing|lacks?|without|grant) (?:the |an? )?["'`]?[a-z]{2,30}_[a-z]{2,30}[a-z_]{0,40}["'`]? permissions?\b|\b["'`]?[a-z]{2,30}_[a-z]{2,30}[a-z_]{0,40}["'`]? permissions? (?:is |are )?(?:required|missing|needed|not granted)\b/,
      not: /user \S+ (?:does|is)|\brole\b|https?:/,
      weight: 'suggests',
      says: 'the answer names a permission that an app asks for',
    },
    {
      is: /\bnot (?:authori[sz]ed|permitted|allowed)(?: \S+){0,4} (?:by|with|for|using) (?:this|the|your)(?: \w+){0,2} (?:token|key|api key|app|application|access token|credentials?)\b|\bresource not accessible by\b/,
      not: /\bips?\b/,
      weight: 'suggests',
      says: 'the answer says that this token or app may not do that',
    },
    {
      is: /\b(?:token|api[- ]?key|key|app|application|integration|authentication method|credentials?|client)\b(?: \S+){0,6} (?:cannot|can not|can't|may not|only allowed to|is not allowed to|isn't allowed to|does not allow|doesn't allow|not sufficient|does not have sufficient|doesn't have sufficient|read-?only|correct permissions?|not match expected scopes?)\b|\b(?:token|key)[ _](?:unauthorized|readonly|read only|not authorized)\b|\bnot match (?:the )?(?:expected |required )?scopes?\b|\bcurrent scopes\b|\binvalid ability\b|\b(?:call|operation|access) (?:has )?not (?:been )?granted\b|\b(?:user|administrator)(?: \S+){0,4} (?:has not|hasn't|have not|not) (?:granted|consented|authori[sz]ed(?! to)) (?:\S+ ){0,3}(?:app|application|access|client)\b|\bpermissions provided in the authorization header\b|\brequired permission: ?[a-z]+[.:][a-z]+/,
      not: /cannot be (?:empty|null|blank|found)|\bips?\b|ip\/token|\bcsrf|\bexpired|not found|invalid api|anonymous|role\b|location|\baddress|\bregion|app is not installed|\borigin|\baccount|\bbucket/,
      weight: 'suggests',
      says: 'the answer says what this token, key or app may not do',
    },
  ],
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
