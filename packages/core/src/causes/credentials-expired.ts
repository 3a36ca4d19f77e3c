import { bare, credentialsOf, duration } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';
import { header, httpDate } from '../model/http.ts';

/** Seconds by which a signed time may be off: AWS takes 15 minutes, nobody who signs requests takes more. */
const SKEW = 900;

const cause: Cause = {
  id: 'credentials-expired',
  group: 'authentication',
  title: 'the credentials are past their time',
  explain:
    'The token, session, signed URL or certificate was valid once, or is not valid yet. Its own times say so when they are held against the Date of the answer. A clock that runs wrong on either side looks the same.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'exp, Expires or X-Amz-Date lies before the Date of the answer',
      'the answer says expired, timed out or too skewed',
    ],
    against: ['the same credential still works elsewhere on the service', 'its times cover the Date of the answer'],
  },
  settledBy: 'exp, nbf, Expires or X-Amz-Date against the Date of the answer; a fresh credential passes',
  checklist: 'authenticated',
  rivals: ['credentials-invalid', 'csrf-invalid', 'rate-limited'],
  concern: { thing: 'credentials', state: 'past' },
  turnedBy: {
    'token-past': 'suggests',
    'signature-older': 'suggests',
    'signature-other': 'hints',
    'certificate-other': 'hints',
    'session-of-form-token': 'hints',
    'credential-other': 'hints',
    'time-of-credential': 'hints',
  },
  answers: { colleague: 0.8, 'worked-before': 0.95, 'in-browser': 0.75 },
  guide: { 'row-past': 'named', check: 'named' },
  references: [
    { title: 'RFC 7519, section 4.1.4: exp', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4' },
    { title: 'RFC 6750, section 3.1: invalid_token', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
    {
      title: 'Amazon S3: presigned URLs',
      url: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html',
    },
  ],
  summary: (c) => {
    const jwt = c.evidence
      .all('jwt')
      .find(({ fact }) => fact.expiredBy !== undefined || fact.notBeforeBy !== undefined);
    if (jwt?.fact.expiredBy !== undefined)
      return `the token had expired ${duration(jwt.fact.expiredBy)} before the answer`;
    if (jwt?.fact.notBeforeBy !== undefined)
      return `the token becomes valid only ${duration(jwt.fact.notBeforeBy)} after the answer`;
    const signed = c.evidence.all('signature').find(({ fact }) => fact.expiredBy !== undefined);
    return signed
      ? `the signed URL had ended ${duration(signed.fact.expiredBy!)} before the answer`
      : 'the credential is past its time';
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    for (const { fact, at } of c.evidence.all('jwt')) {
      if (fact.expiredBy !== undefined)
        claims.push({
          weight: 'suggests',
          says: `the token's exp lies ${duration(fact.expiredBy)} before the Date of the answer`,
          at,
        });
      else if (fact.notBeforeBy !== undefined)
        claims.push({
          weight: 'suggests',
          says: `the token's nbf or iat lies ${duration(fact.notBeforeBy)} after the Date of the answer`,
          at,
        });
      else if (fact.now !== undefined && typeof fact.claims['exp'] === 'number')
        claims.push({ weight: 'doubts', says: "the token's times cover the Date of the answer", at });
    }
    for (const { fact, at } of c.evidence.all('signature')) {
      if (fact.expiredBy !== undefined)
        claims.push({
          weight: 'suggests',
          // by the server's own clock: whatever else is wrong, this link passes no more
          bits: 11,
          says: `the signature's time ended ${duration(fact.expiredBy)} before the answer`,
          at,
        });
      else if (fact.skew !== undefined && Math.abs(fact.skew) > SKEW && /^(?:sigv4|other)$/.test(fact.scheme))
        claims.push({
          weight: 'suggests',
          says: `the request's own time is ${duration(fact.skew)} off the server's`,
          at,
        });
      else if (fact.expiresAt === undefined && fact.skew !== undefined)
        claims.push({ weight: 'excludes', says: "the request's own time is the server's", at });
      else if (fact.expiresAt !== undefined && fact.now !== undefined)
        claims.push({ weight: 'excludes', says: 'the signed time covers the Date of the answer', at });
    }
    const own = c.exchange.transport?.tls?.clientCertificate;
    const date = httpDate(header(c.exchange.response, 'date'));
    if (own && date !== undefined && Date.parse(own.validTo) < date)
      claims.push({
        weight: 'suggests',
        bits: 11,
        says: `the client certificate that was sent ended ${duration((date - Date.parse(own.validTo)) / 1000)} before the Date of the answer`,
        at: [{ part: 'request', in: 'transport' }],
      });
    const token = credentialsOf(c).find(({ fact }) => !/^(?:session-cookie|basic|api-key)$/.test(fact.kind));
    const timed = c.evidence.all('jwt').some(({ fact }) => typeof fact.claims['exp'] === 'number');
    if (token && !timed && bare(c) && c.status === 403)
      claims.push({ weight: 'hints', says: 'a token was sent, and the answer gives no reason', at: token.at });
    if (c.headersKnown && !credentialsOf(c).length && !c.evidence.all('signature').length)
      claims.push({ weight: 'doubts', says: 'nothing was sent that could expire', at: [] });
    return claims;
  },
  fixes: (c) => [
    {
      who: 'caller',
      text: c.evidence.all('signature').length
        ? 'make a new signed URL and use it within its time; check the clock of the machine that signs'
        : 'refresh the token or log in again, and send the new one; check the clock of the machine that made it',
    },
    {
      who: 'api-owner',
      text: 'answer 401 with WWW-Authenticate: Bearer error="invalid_token", so that clients refresh by themselves',
    },
  ],
};

export default cause;
