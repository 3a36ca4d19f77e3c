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
  phrases: [
    {
      is: /\b(?:link|url|token|session|code|ticket|invitation|signature) (?:is|are) no longer valid\b/,
      weight: 'suggests',
      says: 'the answer says that it was valid once',
    },
    {
      is: /\b(?:tokens?|jwt|sessions?|api[- ]?key|key|link|url|credentials?|certificate|ticket|signature|sas|password|cookie|authorization|authentication|login|grant|assertion|nonce|passphrase|policy|request|invitation|access|code|bearer|sso|account password|consent|mandate|lifetime)\b(?: \S+){0,4} (?:has |have |is |are |was |were |had |already |been )*(?:expired|timed[- ]?out|too old|outdated|elapsed)\b/,
      not: /\bcsrf|\bxsrf|licen[cs]e|subscription|\btrial|plan\b|password has expired.*change|\bwp|not expired|page expired|nonce (?:is )?invalid|invalid or (?:has )?expired|expired or invalid|invalid or expired|cannot be used/,
      weight: 'suggests',
      says: 'the answer says that the credential has expired',
    },
    {
      is: /\bexpired[ _-](?:\w+ )?(?:tokens?|jwt|session|key|signature|credentials?|certificate|authorization|link|url|ticket|access|sas|request)\b/,
      not: /\bcsrf|licen[cs]e|invalid or expired|expired or invalid|or (?:is )?invalid/,
      weight: 'suggests',
      says: 'the answer names an expired credential',
    },
    {
      is: /\b(?:session|login) (?:has )?(?:timed out|ended|expired|is no longer)\b|\btoken is no longer valid\b|\brequest (?:has )?expired\b|\b(?:exp|nbf|iat)['"]? claim\b(?: \S+){0,4} (?:failed|check|expired|past|future)|\bsignature not valid in the specified time\b|\bcredential(?:'s)? (?:lifetime|time)|\bid token (?:has )?expired\b|\bplease (?:re-?login|log ?in again|sign in again|refresh (?:your|the) token)\b|\bstale (?:request|token|timestamp)\b/,
      not: /\bcsrf|\bpage/,
      weight: 'suggests',
      says: 'the answer says that the time of the credential is over',
    },
    {
      is: /\b(?:time ?stamp|request time|clock|x-amz-date|date header|request date|nonce|iat|nbf|dpop proof)\b(?: \S+){0,8} (?:too (?:large|skewed|old|far|different)|skew(?:ed)?|expired|outside|ahead|in the future|future|not within|stale|differ|synchroni[sz]ed|window)\b|\btime ?too ?skewed\b|\bclock (?:skew|drift)\b|\btoo skewed\b|\b(?:within|outside|outside of) (?:its |the |an? )?(?:valid|validity|allowed|acceptable|permitted)(?: \w+){0,2} (?:time|period|range|window|interval)\b|\bmust be before the expir\w+|\b(?:request|current|server|client|local|system) (?:time|date|date time)\b(?: \S+){0,6} (?:too|differ\w*|before|after|ahead|behind|skew\w*|does not match)\b/,
      not: /\bcsrf/,
      weight: 'suggests',
      says: 'the answer says that the time of the request is off',
    },
    {
      is: /\b(?:invalid|incorrect|bad|wrong|unacceptable|stale|outdated) (?:\w+ ){0,2}(?:time ?stamp|request time|request date|recv ?window)\b|\b(?:time ?stamp|request time) (?:\S+ ){0,3}(?:invalid|incorrect|wrong|not valid|not current|out of range|error)\b|\bcheck (?:\S+ ){0,3}(?:time ?stamp|clock|system time)\b/,
      not: /\bcsrf|format|mal-?formed|parse|must be|missing/,
      weight: 'suggests',
      says: 'the answer does not accept the time that the request was signed with',
    },
    {
      is: /\b(?:token|jwt|certificate|credential|url|key|signature|policy|sas)\b(?: \S+){0,4} (?:not yet valid|not (?:yet )?active|used too early|not valid before|before (?:its )?start)\b|\bnot yet valid\b|\btoken used before\b|\bimmature ?signature\b/,
      weight: 'suggests',
      says: 'the answer says that the credential is not valid yet',
    },
    {
      is: /\b(?:invalid|revoked|bad) or (?:has )?expired\b|\bexpired or (?:is )?(?:invalid|revoked)\b/,
      not: /\bcsrf|\blicen/,
      weight: 'hints',
      says: 'the answer says invalid or expired, without telling which',
    },
    {
      is: /\bexpir(?:ed|y|ation|es)\b/,
      not: /\bcsrf|licen[cs]e|subscription|\btrial|plan\b|page expired|\bdomain|not expired|\bcache/,
      weight: 'hints',
      says: 'the answer speaks of expiry',
    },
    {
      is: /\b(?:jwt|token|session|signature|cookie|url|link|ticket|otp|certificate|key|credentials?)\b[:' ]{0,3}(?:has |have |is |are |was |were )?(?:been )?expired\b|\bsignature expired\b|\b(?:token|jwt|session|signature|credentials?|sas)\b(?: \S+){0,4} (?:not valid at the current time|earlier than|time frame|lifetime validation failed|too old)\b|\blifetime validation failed\b|\bsession (?:was |has been )?(?:terminated|ended|closed|timed out|destroyed)\b|\bre-?login\b|\bexpired at\b|\bkeys? (?:\S+ ){0,4}are expired\b|\bsignature not valid in the specified\b|\bsignature expire\b/,
      not: /\bcsrf|\bxsrf|licen[cs]e|subscription|\btrial|invalid or|or invalid|or expired|, expired|\bpage|the link you followed|re-authenticate|login session is too old/,
      weight: 'suggests',
      says: 'the answer says that the time of the credential is over',
    },
  ],
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
      else if (fact.expiresAt !== undefined && fact.now !== undefined)
        claims.push({ weight: 'doubts', says: 'the signed time covers the Date of the answer', at });
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
