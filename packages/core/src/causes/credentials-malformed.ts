import { credentialsOf } from '../model/case.ts';
import type { Case, Cause, Claim, Fix } from '../model/cause.ts';
import type { Malformation } from '../model/evidence.ts';
import type { Request } from '../model/exchange.ts';

const WHAT: Readonly<Record<Malformation, string>> = {
  'no-scheme': 'the Authorization value has no scheme word before the credential',
  'doubled-scheme': 'the scheme word stands twice',
  'unknown-scheme': 'the scheme word is not one that exists',
  punctuated: 'the scheme word ends in a sign; a space alone belongs between it and the credential',
  quoted: 'the credential is wrapped in quotation marks',
  whitespace: 'the value holds a line break or tab',
  placeholder: 'a placeholder was sent where the credential belongs',
  empty: 'the credential is empty',
  'not-base64': 'the Basic credential is not base64',
  'no-colon': 'the Basic credential holds no colon between user and password',
  truncated: 'the token is cut off: a signed JWT has three parts',
  'wrong-header': 'the credential stands in another header than the server reads',
  'challenge-mismatch': 'the scheme sent is not the one that the server asks for',
};

const cause: Cause = {
  id: 'credentials-malformed',
  group: 'authentication',
  title: 'the credentials cannot be read',
  explain:
    'A credential was sent, in a form that the server cannot read: the wrong scheme word, a doubled prefix, quotation marks, a line break, the wrong header, a token that was cut off, an empty variable. To the server that is the same as no credential, so its answer often says "missing" or "invalid".',
  who: ['caller'],
  signs: {
    for: [
      'the value breaks the grammar of its scheme',
      'the answer speaks of format, parsing, segments or of the scheme word',
      'the answer equals the one without credentials',
    ],
    against: ['the answer names the user', 'the answer says expired or revoked'],
  },
  settledBy: 'the answer equals the one without credentials, and the repaired form changes it',
  checklist: 'authenticated',
  rivals: ['credentials-missing', 'credentials-invalid'],
  concern: { thing: 'credentials', state: 'unreadable' },
  turnedBy: {
    'credential-spelling': 'proves',
    'credential-with-problem': 'suggests',
    'credential-scheme': 'suggests',
    'credential-absent-beside-another': 'suggests',
    'credential-other': 'hints',
    'described-other-credential': 'suggests',
  },
  answers: { colleague: 0.8, 'worked-before': 0.05, 'in-browser': 0.8 },
  guide: { 'row-absent': 'named', check: 'named' },
  references: [
    { title: 'RFC 9110, section 11.4: credentials', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-11.4' },
    {
      title: 'RFC 6750, section 2.1: Authorization: Bearer',
      url: 'https://www.rfc-editor.org/rfc/rfc6750#section-2.1',
    },
    { title: 'RFC 7617: Basic', url: 'https://www.rfc-editor.org/rfc/rfc7617#section-2' },
  ],
  summary: (c) => {
    const found = problem(c);
    return found ? WHAT[found.problem] : 'the credentials came in a form that the server cannot read';
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    for (const { fact, at } of credentialsOf(c)) {
      for (const p of fact.problems) {
        // a bare token is usual for some products; the rest is broken for everyone
        claims.push({ weight: p === 'no-scheme' || p === 'no-colon' ? 'hints' : 'suggests', says: WHAT[p], at });
      }
    }
    const wanted = mismatch(c);
    if (wanted)
      claims.push({
        weight: 'suggests',
        says: `the server asks for ${wanted.asked}; ${wanted.sent} was sent`,
        at: wanted.at,
      });
    if (c.headersKnown && !credentialsOf(c).length)
      claims.push({ weight: 'doubts', says: 'no credential was sent that could be malformed', at: [] });
    return claims;
  },
  fixes(c) {
    const request = repaired(c);
    const fix: Fix = {
      who: 'caller',
      text: request
        ? 'send the credential in its right form'
        : 'send the credential in the form that the documentation shows: scheme word, one space, the value; no quotes, no line break',
      ...(request && { request }),
    };
    return [fix];
  },
};

function problem(c: Case): { problem: Malformation } | undefined {
  for (const { fact } of credentialsOf(c)) if (fact.problems[0]) return { problem: fact.problems[0] };
  return mismatch(c) ? { problem: 'challenge-mismatch' } : undefined;
}

/** The scheme that the challenge asks for, where another one was sent. */
function mismatch(c: Case): { asked: string; sent: string; at: Claim['at'] } | undefined {
  const challenges = c.evidence.all('challenge').filter(({ fact }) => !fact.proxy && fact.scheme);
  const sent = credentialsOf(c).find(({ fact }) => fact.name === 'Authorization');
  if (!challenges.length || !sent) return undefined;
  const scheme = sent.fact.scheme;
  if (scheme && challenges.some(({ fact }) => fact.scheme.toLowerCase() === scheme.toLowerCase())) return undefined;
  const asked = [...new Set(challenges.map(({ fact }) => fact.scheme))].join(' or ');
  return { asked, sent: scheme ?? 'a value without a scheme word', at: challenges[0]!.at };
}

/** The request with its Authorization value mended, where the mend follows from what is known. */
function repaired(c: Case): Request | undefined {
  const asked = c.evidence.all('challenge').find(({ fact }) => !fact.proxy && /^[a-z-]+$/i.test(fact.scheme))
    ?.fact.scheme;
  const bad =
    credentialsOf(c).find(({ fact }) =>
      fact.problems.some(
        (p) => p !== 'placeholder' && p !== 'empty' && p !== 'truncated' && p !== 'not-base64' && p !== 'no-colon',
      ),
    ) ?? (mismatch(c) ? credentialsOf(c).find(({ fact }) => fact.name === 'Authorization') : undefined);
  if (!bad || (bad.fact.kind === 'basic' && asked?.toLowerCase() !== 'basic' && asked)) return undefined;
  const value = bad.fact.value
    .replace(/[\r\n\t]|\\n|%0[ad]/gi, '')
    .replace(/^["']|["']$/g, '')
    .replace(/^(?:bearer|basic|token)[\s:]+/i, '')
    .trim();
  const scheme =
    asked ??
    (bad.fact.kind === 'basic'
      ? 'Basic'
      : bad.fact.scheme && !bad.fact.problems.includes('unknown-scheme')
        ? bad.fact.scheme
        : 'Bearer');
  const mended = bad.fact.name === 'Authorization' ? `${scheme} ${value}` : value;
  return {
    ...c.exchange.request,
    headers: c.exchange.request.headers.map(
      ([n, v]) => [n, n.toLowerCase() === bad.fact.name.toLowerCase() ? mended : v] as const,
    ),
  };
}

export default cause;
