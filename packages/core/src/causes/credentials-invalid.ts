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
  references: [
    { title: 'RFC 6750, section 3.1: invalid_token', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1' },
    { title: 'RFC 7519, section 4.1.3: aud', url: 'https://www.rfc-editor.org/rfc/rfc7519#section-4.1.3' },
  ],
  summary: (c) =>
    credentialsOf(c).length
      ? 'the credentials were read and are not accepted'
      : 'the server does not accept the credentials',
  phrases: [
    {
      is: /\b(?:keys?|tokens?|credentials?) (?:is|are) (?:only )?(?:for|from|of) (?:the |our |a )?(?:test|sandbox|live|production|staging|development)\b|\buse (?:your|a|an|the) (?:production|live|test|sandbox|staging) (?:api )?(?:keys?|tokens?|credentials?)\b|\b(?:live|production|real) (?:\S+ ){1,4}(?:in|from|with|by) (?:the |a )?(?:sandbox|test (?:mode|keys?|environment))\b/,
      weight: 'suggests',
      says: 'the answer says that the credential is one of another environment',
    },
    {
      is: /\b(?:invalid|incorrect|wrong|bad|unknown|unrecognized|unrecognised|revoked|nonexistent|non-existent|illegal|unaccepted|fake|disabled|inactive|unregistered|not a valid)(?: [\w-]+){0,2} (?:tokens?|jwt|api[- ]?keys?|apikey|access[- ]?key|keys?|credentials?|passwords?|username|user name|login|authentication|authorization|auth|signature|client|client id|client secret|session(?: id)?|secret|bearer|app ?id|access key id|accesskey|service account|account credentials|hmac|certificate|issuer|audience|cookie|api token|webhook signature|referral code)\b/,
      not: /\bcsrf|\bxsrf|anti-?forgery|authenticity|\bscope|\bformat|header format|permission|invalid or expired|\bnonce|\bcontent|session state|look like|row-level|invalid client version|user[- ]agent|\bcrumb|form key|login attempts|\borigin|time ?stamp/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the credential is wrong',
    },
    {
      is: /\b(?:tokens?|jwt|api[- ]?key|apikey|access key(?: id)?|keys?|credentials?|passwords?|username|authentication|signature|client|session|secret|certificate|bearer|authorization|hmac)\b(?: \S+){0,5} (?:is |are |was |were |be |been |has |have |does |do |did |could |can )*(?:invalid|not valid|incorrect|wrong|revoked|rejected|unknown|not recogni[sz]ed|does not match|do not match|did not match|doesn't match|not match|mismatch|mismatched|not verified|not be verified|verification failed|failed verification|failed|not found|not exist|unregistered|blacklisted|invalidated|not registered|not accepted|declined|deleted|cannot be verified|not correct)\b/,
      not: /\bcsrf|\bxsrf|anti-?forgery|authenticity|\bcrumb|\bnonce|\bscope|\bformat|\bexpired|permission|ip address|\breferer|\borigin|session was not found|user[- ]agent|account is|not valid for (?:this|the) (?:plan|feature)|\brole\b|form key|failed login|not found or|(?:authentication|authorization) (?:has |was )?(?:failed|failure|denied)|not allowed for/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the credential does not hold',
    },
    {
      is: /\b(?:token (?:validation|verification|introspection)|signature (?:validation|verification|check)|jwt (?:verification|validation)) (?:has |was )?(?:failed|failure|error|unsuccessful|denied|rejected|exception)\b|\bfailed to (?:verify (?:the )?(?:token|jwt|signature|credentials)|validate (?:the )?(?:token|jwt|credentials))\b|\b(?:could not|couldn't|cannot|can't|unable to) (?:be )?(?:validate (?:the )?(?:credentials?|token)|verify (?:the )?(?:credentials?|token|signature|identity))\b|\bbad credentials\b|\binvalid client\b|\binvalid token\b|\bunknown (?:user|key|token|client)\b|\bunauthorized client\b/,
      not: /\bcsrf|\bxsrf|two[- ]factor|\bmfa|\bcaptcha|too many|\bproxy|\bexpired|\bscope/,
      weight: 'suggests',
      vague: true,
      says: 'the server could not accept the credential',
    },
    {
      is: /\b(?:bots?|users?|user tokens?|apps?|applications?|service accounts?|personal accounts?|guests?|machine users?|api keys?|integrations?) (?:cannot|can not|can't|may not|are not (?:allowed|permitted|able) to) (?:use|call|access|invoke) (?:this|the) (?:\S+ )?(?:endpoint|method|api|route|operation|resource)\b|\b(?:endpoint|method|api|route|operation) (?:can only be|is only|may only be) (?:used|called|accessed|available)(?: \w+){0,2} (?:by|with|to|for) (?:an? )?(?:bots?|users?|apps?|service accounts?)\b|\bonly (?:bots|user tokens|bot tokens|apps|service accounts) (?:can|may) (?:use|call|access)\b/,
      not: /\bscope|\brole\b|\badmin/,
      weight: 'suggests',
      says: 'the answer says that this kind of caller is not taken here',
    },
    {
      is: /\b(?:authentication|authorization|auth|login|sign[- ]in|identity verification|handshake) (?:has |was |attempt )?(?:failed|failure|error|unsuccessful|denied|rejected|exception)\b|\bfailed to (?:authenticate|log ?in)\b|\b(?:could not|couldn't|cannot|can't|unable to) (?:be )?authenticated?\b|\bnot (?:be )?able to authenticate\b|\binvalid grant\b|\bauthorization(?: has been)? denied for this request\b/,
      not: /\bcsrf|\bxsrf|two[- ]factor|\bmfa|\bcaptcha|too many|\bproxy|\bexpired|\bscope/,
      weight: 'suggests',
      vague: true,
      says: 'the server could not authenticate the caller',
    },
    {
      is: /\bwrong mode\b|\b(?:live|test|production|sandbox) ?\/ ?(?:live|test|production|sandbox)(?: \w+){0,2} keys?\b|\b(?:wrong|invalid|incorrect|unexpected|bad|mismatched|unknown|untrusted)(?: \w+){0,2} (?:audience|issuer|aud|iss|tenant|realm|region|environment|algorithm|key id|kid)\b|\b(?:audience|issuer|aud|iss)\b(?: \S+){0,5} (?:invalid|not match|mismatch|does not|doesn't|not allowed|not trusted|untrusted|unexpected|wrong|validation failed|is not)\b|\bjwt (?:audience|issuer|signature|subject)\b|\b(?:for|issued for|intended for) (?:a |an )?(?:different|another|other|wrong) (?:audience|environment|application|app|account|region|tenant|project|api|instance|client)\b|\b(?:tokens?|keys?|credentials?|secret|certificate)\b(?: \S+){0,3} belongs? to (?:a |an )?(?:different|another|other|wrong) (?:environment|application|app|account|region|tenant|project|api|instance|client)\b|\btest (?:mode )?key\b(?: \S+){0,6} live\b|\blive (?:mode )?key\b(?: \S+){0,6} test\b|\bsandbox\b(?: \S+){0,6} (?:key|credential|token|production)\b/,
      not: /\bcsrf|\bscope/,
      weight: 'suggests',
      says: 'the answer says that the credential was made for somewhere else',
    },
    {
      is: /\brevoked\b|\b(?:api[- ]?keys?|tokens?|keys?) (?:\S+ ){0,3}(?:is |are |was |were |has been |have been )?(?:disabled|deactivated|inactive|not active)\b|\b(?:token|key|session) (?:has been|was) (?:deleted|disabled|deactivated|invalidated|rotated)\b/,
      not: /expired or revoked|access (?:has been|was) revoked by|key[- ]based|(?:account|organi[sz]ation|project)\b.{0,60} (?:has been|was|is) (?:disabled|deactivated)/,
      weight: 'suggests',
      says: 'the answer says revoked',
    },
    {
      is: /\b(?:wrong|unsupported|unexpected|not (?:a )?(?:valid|supported|allowed)) (?:\w+ )?(?:token type|kind of token|type of token|authentication method|auth method|grant)\b|\b(?:app[- ]only|application[- ]only|user|bot|client credentials?|personal access|installation|publishable|secret|restricted) (?:access )?(?:token|key|authentication|context)s?\b(?: \S+){0,6} (?:not (?:supported|allowed|permitted|valid)|cannot|can't|required|must be used|instead)\b|\b(?:requires?|use|must use|need) an? (?:user|bot|app|application|admin|secret|server|live|personal)(?: \w+)? (?:access )?(?:token|key|context)\b/,
      not: /\bscope/,
      weight: 'suggests',
      says: 'the answer says that this kind of credential is not taken here',
    },
    {
      is: /\b(?:invalid|revoked) or (?:has )?expired\b|\bexpired or (?:is )?(?:invalid|revoked)\b|\bmissing or invalid\b|\binvalid or missing\b|\binvalid or non-existent\b/,
      not: /\bcsrf|\blicen|\bnonce/,
      weight: 'hints',
      vague: true,
      says: 'the answer says invalid, or something beside it',
    },
    {
      is: /\bauthentication (?:error|failed|problem)\b|\bunauthori[sz]ed\b(?! (?:ip|to|actions?|operations?)\b)/,
      not: /ip address|\bscope|\bcsrf|\bproxy|not allowed to/,
      weight: 'hints',
      vague: true,
      says: 'the answer speaks of authentication',
    },
    {
      is: /\b(?:signature|hmac|digest|checksum|hash|fingerprint)\b(?: \S+){0,6} (?:does not match|do not match|doesn't match|did not match|not match|mismatch|mismatched|invalid|incorrect|wrong|verification failed|could not be verified|cannot be verified|failed)\b|\b(?:invalid|incorrect|wrong|bad|unable to verify|could not verify|failed to verify)(?: \w+){0,3} (?:signature|hmac|secret hash)\b/,
      not: /\bcsrf|\bxsrf|\bexpired|time ?(?:frame|stamp)|\bwebhook|certificate/,
      weight: 'suggests',
      says: 'the answer says that the signature does not fit',
    },
    {
      // `sign` for signature, as Chinese APIs have it
      is: /\bsign (?:is )?(?:not match|mismatch|error|invalid|incorrect|wrong|check fail\w*|verify fail\w*)|\b(?:error|invalid|wrong|incorrect|bad) sign\b/,
      not: /\bsign (?:in|up)\b/,
      weight: 'suggests',
      says: 'the answer says that the signature does not fit',
    },
    {
      is: /\b(?:invalid|incorrect|wrong|bad) (?:\w+ ){0,2}(?:md5 ?)?hash\b|\b(?:cannot|can't|can not|could not|couldn't|unable to|failed to) (?:find|found|locate|look up|resolve) (?:\S+ ){0,3}(?:tokens?|sessions?|api[- ]?keys?|keys?|credentials?|user)\b/,
      not: /\bcsrf|\bfile|public key|\bcommit|encryption/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the credential stands for nobody, or is signed wrongly',
    },
    {
      is: /\b(?:tokens?|jwt|sessions?|api[- ]?keys?|keys?|credentials?|code|ticket|cookie)\b(?: \S+){0,3} (?:invalid|not valid|revoked|wrong|incorrect|unknown|illegal)(?: \S+)? or (?:\S+ ){0,2}expired\b|\b(?:invalid|revoked|bad|wrong) or expired (?:\S+ ){0,2}(?:tokens?|jwt|sessions?|api[- ]?keys?|keys?|credentials?|signature)\b/,
      not: /\bcsrf|\bxsrf|\blicen|\bnonce|\bform\b/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the credential is invalid or has expired, without telling which',
    },
    {
      is: /\b(?:valid|correct|proper) (?:\S+ ){0,3}(?:token|api[- ]?key|credentials?|key|password)\b(?: \S+){0,4} (?:required|must|needed|is not|was not|not)\b|\b(?:requires?|provide|supply|send|use|need|needs|contain|with|set) an? (?:valid|correct|proper) (?:\S+ ){0,4}(?:token|api[- ]?key|credentials?|key|password)\b|\b(?:verify|check) (?:that )?(?:your|the|you)(?: \w+){0,3} (?:credentials?|api[- ]?key|key|token|password)\b|\b(?:token|key|credentials?)\b(?: \S+){0,3} (?:could not be found|not be found|does not exist|do not exist|cannot be found|not known|mismatch)\b/,
      not: /\bcsrf|\bxsrf|\bscope|\bplan|permission|\bcrumb|required,? but not/,
      weight: 'suggests',
      vague: true,
      says: 'the answer asks for a valid credential',
    },
    {
      is: /\b(?:sender ?id|project ?id|client[_ -]?id|account|organi[sz]ation|app(?:lication)? id|bundle id)\b(?: \S+){0,4} mismatch(?:ed)?\b|\bmismatch(?:ed)?[ _-](?:credential|sender|organi[sz]ation|project|client|account)\w*\b|\b(?:basic|password|api key|username\/password|legacy|local|key[- ]based|oauth|application-only) (?:auth\w*|authentication(?: with \w+)?|authorization|keys?|tokens?)\b(?: \S+){0,4} (?:deprecated|no longer (?:supported|accepted|allowed|valid)|is forbidden for|not supported|is not supported|not accepted)\b|\bsupported authentication types\b/,
      not: /\bscope|\bcsrf/,
      weight: 'suggests',
      says: 'the answer says that this kind of credential is not taken here',
    },
    {
      is: /\b(?:user|account|member|login|username) (?:was |is )?(?:not found|not known|unknown|does not exist|doesn't exist|not recogni[sz]ed)\b|\b(?:audience|issuer)s?\b(?: \S+){0,3} (?:are |is )?not (?:allowed|valid|accepted|trusted)\b|\bheaders? (?:\S+ ){0,5}not signed\b|\b(?:test|sandbox|live|production) (?:account )?credentials\b|\binvalid[ _](?:\w+[ _])?proof\b|\b(?:token|key|client ?id|secret) (?:provided |you sent |sent |given )?is (?:invalid|wrong|incorrect|disabled|unknown)\b|\b(?:key|token|signature)\b(?: \S+){0,6} (?:does not|doesn't) correspond\b/,
      not: /\bcsrf|\bexpired|\brole\b|\bobject|resource/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the credential stands for nobody',
    },
    {
      is: /\bcould not be authori[sz]ed\b|\bauthentication is denied\b|\bnot pass authentication\b|\bidentity (?:could not|cannot) be\b|\bverification failed\b/,
      not: /csrf|expired|hostname|captcha|e-?mail/,
      weight: 'suggests',
      vague: true,
      says: 'the server could not accept the credential',
    },
  ],
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
