import { bare, credentialsOf, shapeOf, silence } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const cause: Cause = {
  id: 'credentials-invalid',
  group: 'authentication',
  title: 'the credentials are wrong',
  explain:
    'A credential came in a readable form and is not accepted: wrong or revoked, a signature that does not fit, made for another audience, issuer, environment, region or account, or of a kind that this endpoint does not take. The right answer is 401.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'the answer says invalid, revoked, unknown or names a signature',
      'aud or iss of the token differ from what the service wants',
      'deliberately broken credentials get the same answer',
    ],
    against: ['the answer names the user, a role or a scope', 'the token is past its time'],
  },
  settledBy: 'the same answer comes for a deliberately broken credential, and another credential passes',
  checklist: 'authenticated',
  rivals: ['credentials-expired', 'credentials-malformed', 'credentials-missing', 'role-missing'],
  concern: { thing: 'credentials', state: 'wrong' },
  looksAt: 'credential',
  turnedBy: {
    'proxy-credential-other': 'proves',
    'token-for-elsewhere': 'suggests',
    // each login has its time: the older one may have been ended as well
    'token-login-time': 'hints',
    'signature-other': 'suggests',
    'signature-older': 'hints',
    'path-signed': 'suggests',
    'certificate-other': 'hints',
    'session-of-form-token': 'hints',
    'credential-scheme': 'hints',
    'credential-other': 'hints',
  },
  answers: { colleague: 0.8, 'worked-before': 0.5, 'in-browser': 0.7 },
  guide: { check: 'named' },
  references: [
    { title: 'RFC 6750, section 3.1: invalid_token', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
    { title: 'RFC 7519, section 4.1.3: aud', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3' },
  ],
  summary: (c) =>
    credentialsOf(c).length
      ? 'the credentials were read and are not accepted'
      : 'the server does not accept the credentials',
  judge(c) {
    const credentials = credentialsOf(c);
    const bearer = credentials.find(({ fact }) => fact.kind !== 'session-cookie');
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const invalid = c.evidence.all('challenge').find(({ fact }) => fact.params['error'] === 'invalid_token');
    // RFC 6750 §3.1: expired, revoked, malformed, or invalid for other reasons
    const named = c.evidence
      .all('message')
      .some(({ fact }) => /expire|not yet valid|malformed|no longer/i.test(fact.text));
    if (invalid)
      claims.push({ weight: named ? 'hints' : 'suggests', says: 'the challenge says invalid_token', at: invalid.at });
    if (c.status === 401 && bare(c) && !c.headersKnown && !credentials.length)
      claims.push({
        weight: 'hints',
        says: '401 says that the caller is not known',
        at: [{ part: 'response', in: 'status' }],
      });
    if (
      c.status === 403 &&
      c.evidence
        .all('message')
        .some(({ fact }) =>
          /\bauthori[sz]ation ?(?:has |have |was |is )?(?:been )?(?:failed|denied|failure|refused)\b/i.test(fact.text),
        )
    )
      claims.push({ weight: 'doubts', says: 'authorisation failed, told as 403: the caller is known', at: [] });
    if (c.headersKnown && !credentials.length)
      claims.push({ weight: 'doubts', says: 'no credential was sent that could be wrong', at: [] });
    if (credentials.length && c.status === 401)
      claims.push({ weight: 'hints', says: '401 although credentials were sent', at: credentials[0]!.at });
    const login = c.evidence.first('login');
    if (login?.fact.how === 'redirect' && bearer)
      claims.push({
        weight: 'suggests',
        says: 'a token or key was sent, and the answer leads to the login',
        at: login.at,
      });
    if (bare(c) && silence(c) !== 'api' && c.status === 403 && (bearer || shapeOf(c).api))
      claims.push({
        weight: 'hints',
        says: 'an API refuses without a reason',
        at: bearer?.at ?? [{ part: 'request', in: 'url' }],
      });
    for (const { fact, at } of c.evidence.all('jwt')) {
      if (String(fact.header['alg']).toLowerCase() === 'none')
        claims.push({ weight: 'suggests', says: 'the token is not signed (alg none)', at });
    }
    return claims;
  },
  fixes: () => [
    {
      who: 'caller',
      text: 'get a new credential for exactly this service, environment and account, and send it unchanged',
    },
    {
      who: 'api-owner',
      text: 'look up why it was refused: signature, audience, issuer, revocation; answer 401 with error="invalid_token"',
    },
  ],
};

export default cause;
