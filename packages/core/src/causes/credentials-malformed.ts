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
  phrases: [
    {
      is: /\bscheme ['"]?[\w-]{2,30}['"]? (?:is )?(?:not supported|unsupported|unknown|not known|not accepted|unexpected|not allowed)\b/,
      not: /\burl|redirect|uri\b|https?\b/,
      weight: 'suggests',
      says: 'the answer does not know the scheme word',
    },
    {
      is: /\bmal-?formed (?:\w+ ){0,3}(?:token|jwt|header|authorization|credentials?|api[- ]?key|auth|signature|bearer)\b|\b(?:token|jwt|authorization(?: header)?|credentials?|api[- ]?key|bearer)(?: \w+){0,3} (?:is |was |are )?(?:mal-?formed|incorrectly formatted|not well[- ]formed|badly formatted|wrongly formatted)\b/,
      not: /\bexpired|\bsure|make sure|\bcsrf/,
      weight: 'suggests',
      says: 'the answer says that the credential is malformed',
    },
    {
      is: /\b(?:invalid|bad|wrong|incorrect|unexpected|unsupported|unknown|unrecognized|unrecognised)(?: \w+){0,2} (?:format|scheme|prefix|type|structure)\b(?: \w+){0,4} (?:token|jwt|authorization|auth|bearer|credentials?|key)\b|\b(?:token|jwt|authorization|auth|bearer|credentials?|api[- ]?key|key|header)(?: header| token| value)? (?:format|scheme|prefix|type|structure)(?: \w+){0,2} (?:is |was |not )?(?:invalid|bad|wrong|incorrect|unsupported|unknown|not supported|not recognized|mismatch)\b|\b(?:invalid|bad|wrong|unsupported)(?: \w+){0,2} (?:authorization|authentication|auth|token|key|jwt|bearer|credentials?)(?: header)? (?:format|scheme|prefix|type|header format)\b|\b(?:does not|doesn't|not) (?:look|appear)(?: to be)?(?: like)? an? (?:proper |valid |correct |real )?(?:\w+ ){0,2}(?:auth ?token|token|key|jwt|api key|credential)\b|\b(?:token|key|credential) (?:you \w+ )?(?:does not|doesn't) (?:look|appear)\b|\b(?:enter|use|send|provide) (?:your|the) full (?:api key|token|key)\b/,
      not: /\bcontent|\bcsrf|\bmedia|\bmime|\bfile|grant type|response type|request format/,
      weight: 'suggests',
      says: 'the answer says that the form of the credential is wrong',
    },
    {
      is: /\b(?:must|should|needs to|has to) (?:start|begin|be (?:of the form|in the (?:form|format)|prefixed))(?: with| of| as)? ['"]?(?:bearer|basic|token)|\bexpected (?:\w+ ){0,4}['"]?(?:bearer|basic|token) |\b(?:format|form|scheme) (?:is|should be|must be|expected):? ['"]?(?:authorization|bearer|basic|token)\b|\bbearer (?:prefix|keyword|scheme)\b|\bnot (?:a )?bearer\b/,
      weight: 'suggests',
      says: 'the answer tells the form that it wants',
    },
    {
      is: /\b(?:could not|cannot|can't|unable to|failed to|error) (?:\w+ )?(?:parse|parsing|decode|decoding|deserialize|read|base64)(?: \w+){0,4} (?:token|jwt|authorization|credentials?|api[- ]?key|auth|bearer|signature)\b|\b(?:token|jwt|authorization|credentials?)(?: \w+){0,3} (?:could not be|cannot be|can't be) (?:parsed|decoded|read)\b|\bwrong number of (?:segments|parts)\b|\bjwt malformed\b|\bnot a (?:valid )?jwt\b|\b(?:illegal|invalid) base64\b|\bnot enough segments\b|\binvalid compact\b|\binvalid (?:jwt|token) (?:serialization|encoding|header)\b/,
      not: /\bcsrf/,
      weight: 'suggests',
      says: 'the server could not parse the credential',
    },
    {
      is: /\b(?:requires?|expects?|not a valid) (?:\w+ )?(?:key[= ]?value|key=value) pair\b|\bauthorization header requires\b|\bonly one auth(?:entication|orization)? mechanism\b|\bmultiple auth(?:entication|orization)?(?: \w+){0,2} (?:headers|methods|mechanisms)\b|\busername must be\b|\buse (?:the )?(?:literal )?(?:username|user name) \S+ (?:for|with)\b|\binvalid authorization header\b|\bauth(?:orization|entication)? (?:\w+ )?headers? (?:\w+ )?(?:is |are )?(?:invalid|bad|wrong|incorrect)\b|\bauth(?:orization)? invalid headers?\b|\bbad authorization string\b|\bbad authorization header\b|\binvalid token string\b|\btoken string should not contain\b/,
      weight: 'suggests',
      says: 'the answer says that the Authorization header cannot be read',
    },
    {
      is: /\b(?:must contain|expected|should be|must be|needs?|requires?|missing) (?:\S+ ){0,4}(?:space-delimited|two (?:parts|values)|'?bearer'?(?: \S+){0,3} (?:prefix|type|scheme|token)|bearer <|a colon|base64)\b|\bnot well[- ]formed\b|\bthere are no dots\b|\bbad authorization header\b|\bunable to (?:parse|read|decode) (?:\S+ ){0,3}(?:credentials?|jwt|token|authorization|authentication)\b|\btoo far in the future\b|\bill-?formed\b|\b(?:unsupported|unknown|unexpected|invalid|wrong) auth(?:entication|orization)? (?:scheme|type|method|header)\b|\bformed (?:in)?correctly\b(?: \S+){0,6} (?:malformed|invalid)\b|\bcredentials? (?:string )?should not contain\b/,
      not: /\bcsrf|make sure the value|certificate/,
      weight: 'suggests',
      says: 'the answer speaks of the form of the credential',
    },
    {
      is: /\bnot in the form of\b|\b(?:has|have) length \d+, should be\b|\bauthori[sz]ation mechanism\b(?: \S+){0,6} not supported\b|\brequires a valid (?:date|x-amz-date|timestamp)\b|\bdoes not match the format\b|\binvalid authorization\b/,
      not: /\bcsrf/,
      weight: 'suggests',
      says: 'the answer speaks of the form of the credential',
    },
  ],
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
