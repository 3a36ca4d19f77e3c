import { bare, credentialsOf, nothingSent, REQUEST, STATUS } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'credentials-missing',
  group: 'authentication',
  title: 'no credentials were sent',
  explain:
    'Nothing in the request says who is calling: no Authorization header, no API key, no session cookie, no client certificate. The right answer to that is 401 with a WWW-Authenticate challenge; many servers say 403 all the same. Sometimes credentials were sent and lost on the way: a redirect to another host, a proxy or a CGI setup that drops the Authorization header.',
  who: ['caller', 'server-admin'],
  signs: {
    for: [
      'no Authorization header, key or session cookie in the request',
      'the answer asks to log in or names a missing token',
      'a WWW-Authenticate challenge without an error code',
    ],
    against: ['the answer names the user that it refuses', 'the answer speaks of scopes, roles or ownership'],
  },
  settledBy: 'the same request with any valid credential is answered otherwise',
  checklist: 'authenticated',
  rivals: ['credentials-invalid', 'credentials-malformed', 'role-missing', 'object-hidden'],
  references: [
    {
      title: 'RFC 9110, section 15.5.2: 401 Unauthorized',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.2',
    },
    { title: 'RFC 6750, section 3: the Bearer challenge', url: 'https://www.rfc-editor.org/rfc/rfc6750#section-3' },
  ],
  summary: (c) =>
    credentialsOf(c).length
      ? 'the credentials that were sent did not reach the one who checks them'
      : c.headersKnown
        ? `no credentials came with this ${c.method}`
        : 'the server asks for credentials',
  phrases: [
    {
      is: /\b(?:authentication|authorization|auth|login|log-in|sign-in|credentials?|access token|bearer token|auth token|api[- ]?key|api token|user authentication|subscription key|session|jwt|id token)(?: \w+){0,3} (?:is|are|was|were|must be)? ?(?:required|needed|missing|mandatory|absent|empty|not (?:provided|supplied|found|present|sent|set|specified|included|given)|(?:provided|supplied|sent|present|included) (?:in|with|to))\b/,
      not: /totp|2 ?fa|factor|verification code|\bcsrf|\bxsrf|\bscope|two[- ]factor|multi-? ?factor|\bfresh|\brecent|\breset|confirmation|\bsecond|missing or|or missing|or invalid|or incorrect|\bmfa|additional|step[- ]up|signature|proxy auth|re-?auth|permission|role\b|invalid or|could not verify|unregistered callers/,
      weight: 'suggests',
      says: 'the answer says that credentials are missing',
    },
    {
      is: /\b(?:no|missing|without|absent|empty|lacks?|omitted|forgot)(?: an?| any| the| your| valid| required)? (?:authentication|authorization|auth|credentials?|access[- ]token|bearer|bearer token|auth token|api[- ]?keys?|api token|token|jwt|session|login|identity|signature header|security header)\b/,
      not: /no authori[sz]ation (?:to|for|on)\b|totp|2 ?fa|factor|verification code|\bcsrf|\bxsrf|\bscope|permission|no longer|no token expir|authorization to|session was not found|access token scope/,
      weight: 'suggests',
      says: 'the answer says that there were no credentials',
    },
    {
      is: /\b(?:must|need to|have to|please|should)(?: first| be| also)? (?:log|logged|sign|signed|authenticate|authenticated|login)\b(?: ?-?in\b)?/,
      not: /re-?auth|\brecent|two[- ]factor|\bmfa|\bcaptcha|with (?:a )?different|\badmin|\bscope|log ?out/,
      weight: 'suggests',
      vague: true,
      says: 'the answer asks to log in',
    },
    {
      is: /\b(?:login|log-?in|sign-?in|authentication|auth) (?:is )?(?:required|needed|first)\b|\brequires? (?:user )?(?:authentication|login|a login|you to (?:log|sign) in|to be logged in)\b|\bauthenticate to (?:access|see|continue)\b/,
      not: /totp|2 ?fa|factor|\btwo|\bmfa|\bstep|additional|re-?auth|\bproxy/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that a login is required',
    },
    {
      is: /\bnot (?:currently )?(?:logged|signed)[- ]?in\b|\bunauthenticated\b|\bnot authenticated\b|\bnot authed\b|\bno auth\b|\buser is not authenticated\b|\bnot been authenticated\b/,
      not: /\bscope|\benough|re-?auth/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that nobody is logged in',
    },
    {
      is: /\banonymous(?: user| caller| access| request| principal| client)?\b(?: \S+){0,5} (?:not|denied|forbidden|disabled|does not|doesn't|cannot|no|disallowed|lacks|must)\b|\b(?:user|caller|principal)[: ]+"?(?:system:)?anonymous\b/,
      weight: 'suggests',
      says: 'the answer takes the caller for anonymous',
    },
    {
      is: /\bunregistered callers?\b|\bwithout established identity\b|\bidentity (?:of the caller )?(?:is )?unknown\b|\bno (?:api |valid |authenticated |current )?(?:user|username|principal|identity|account|caller|login)(?: name| id)? (?:is |was |has been )?(?:found|set|associated|present|provided|given|specified|supplied|available)\b|\brole "?anon(?:ymous)?\b|\banon(?:ymous)? role\b|\bguests? (?:are|is|cannot|may not|can't|have no|do not)\b/,
      weight: 'suggests',
      says: 'the answer says that it does not know the caller',
    },
    {
      is: /\b(?:log|sign) ?-?in\b/,
      not: /log ?in (?:failed|attempts?)|too many/,
      weight: 'hints',
      says: 'the answer speaks of logging in',
    },
    {
      is: /\b(?:did ?n[o']t|didn't|did not|must|need to|have to|should|please)(?: \w+)? (?:provide|supply|send|include|pass|specify|set)(?: \S+){0,3} (?:an? |the |your |any )?(?:api[- ]?key|token|credentials?|authorization|authentication|auth|bearer|password|subscription key|access key)\b|\b(?:api[- ]?key|token|credentials?|authorization|ticket|org id|password|authorization header)\b(?: \S+){0,4} (?:is |was |must be )?(?:required|missing|not found in|not received|empty|absent|was not found|not found in (?:the )?request)\b|\b(?:no|missing|empty) (?:\S+ ){0,2}(?:api[- ]?key|ticket|auth\w*|credentials?|tokens?|org id|key-pair-id|client token|provider token|subscription key)\b|\bheader(?:s)? (?:\S+ )?(?:is |was |are )?(?:required|missing|not found|not present|not provided)\b/,
      not: /no authori[sz]ation (?:to|for|on)\b|totp|2 ?fa|factor|verification code|\bcsrf|\bxsrf|anti-?forgery|\bcrumb|multi-? ?factor|\bfresh|\brecent|\breset|confirmation|\bsecond|missing or|or missing|or invalid|or incorrect|\bscope|\borigin|\breferer|\bhost\b|\bcookie|permission|user[- ]agent|malformed|\bexpired|no longer|two-factor|\botp|one-time|content-type|\blength|session token not|signature|security token|no token (?:was )?supplied, please|\bform|\bvalid|\bmfa|\brole\b/,
      weight: 'suggests',
      says: 'the answer says that something which identifies the caller is missing',
    },
    {
      is: /\b(?:only|for) (?:authenticated|logged[- ]?in|signed[- ]?in|registered) (?:users?|members?|callers?|clients?|accounts?)\b|\b(?:user: ?|user |for user )['"]?anonymous\b|\banonymous\b(?: \S+){0,3} (?:is missing|lacks|may not|access)\b|\bnot (?:properly |yet )?(?:authenticated|logged in)\b|\bno (?:basic auth |auth )?credentials\b|\b(?:requires?|need|needs) an? (?:authenticated|logged[- ]in|signed[- ]in) (?:user|session|caller|client)\b|\bmust authenticate\b|\bunable to determine the authenticated user\b|\bplease provide (?:your )?credentials\b|\brole: guests?\b/,
      not: /two[- ]factor|\bmfa|\brecent|\bfresh|reads? only/,
      weight: 'suggests',
      says: 'the answer takes the caller for a stranger',
    },
    {
      is: /\b(?:have|has|had) ?(?:not|n't) (?:supplied|provided|sent|included|specified|passed)(?: \S+){0,4} (?:keys?|tokens?|credentials?|password|authorization|authentication)\b|\b(?:keys?|tokens?|credentials?|authorization|sign|signature|authorization header) (?:\S+ ){0,2}cannot be (?:empty|null|blank)\b/,
      not: /csrf|xsrf|totp|2 ?fa|factor/,
      weight: 'suggests',
      says: 'the answer says that credentials are missing',
    },
    {
      is: /\b[\w-]{0,40}(?:key|token|secret|credentials?|authorization|password)(?: header)? (?:is |are )?required,? but (?:was |is |were )?(?:not |none |missing|absent)|\bdue to (?:a )?missing (?:\S+ )?(?:\S*key|token|credentials?|\S*authorization)\b|\b(?:must|need to|have to) use an? (?:api key|token|\w+ token)\b|\b(?:api key|token) to authenticate\b/,
      not: /totp|2 ?fa|factor|verification code|csrf|scope|permission/,
      weight: 'suggests',
      says: 'the answer says that credentials are missing',
    },
  ],
  judge(c) {
    const credentials = credentialsOf(c);
    const sent = credentials.find(({ fact }) => fact.kind !== 'session-cookie');
    const challenge = c.evidence.all('challenge').find(({ fact }) => !fact.proxy && !fact.params['error']);
    const login = c.evidence.first('login');
    const either = nothingSent(c) ? c.evidence.all('message').find(({ fact }) => EITHER.test(fact.text)) : undefined;
    return [
      ...(nothingSent(c)
        ? [{ weight: 'hints' as const, says: 'nothing that identifies the caller was sent', at: REQUEST }]
        : []),
      ...(either
        ? [
            {
              weight: 'suggests' as const,
              says: 'of "missing" and "malformed", nothing sent is missing',
              at: either.at,
            },
          ]
        : []),
      ...(sent && c.headersKnown ? [{ weight: 'doubts' as const, says: 'credentials were sent', at: sent.at }] : []),
      ...(challenge && c.status === 401 && !credentials.length
        ? [
            {
              weight: c.headersKnown ? ('suggests' as const) : ('hints' as const),
              says: 'the server asks for credentials',
              at: challenge.at,
            },
          ]
        : []),
      ...(login?.fact.how === 'redirect' && !credentials.length
        ? [{ weight: 'suggests' as const, says: 'the answer leads to a login', at: login.at }]
        : []),
      ...(login?.fact.how === 'form'
        ? [{ weight: 'hints' as const, says: 'the answer shows a login form', at: login.at }]
        : []),
      ...(c.status === 401 && bare(c) && !c.headersKnown && !credentials.length
        ? [{ weight: 'hints' as const, says: '401 says that the caller is not known', at: STATUS }]
        : []),
      ...(c.status === 401 && nothingSent(c)
        ? [{ weight: 'suggests' as const, says: '401 and no credentials', at: STATUS }]
        : []),
    ];
  },
  fixes(c) {
    const challenge = c.evidence.all('challenge').find(({ fact }) => !fact.proxy);
    const scheme = challenge?.fact.scheme.toLowerCase() === 'basic' ? 'Basic' : 'Bearer';
    const value = scheme === 'Basic' ? 'Basic <base64 of user:password>' : 'Bearer <token>';
    return [
      {
        who: 'caller',
        text: challenge
          ? `send the credential that the server asks for: Authorization: ${challenge.fact.scheme} …`
          : 'get a token, key or session for this service and send it; with a browser, log in first',
        request: {
          ...c.exchange.request,
          headers: [
            ...c.exchange.request.headers.filter(([n]) => n.toLowerCase() !== 'authorization'),
            ['Authorization', value],
          ],
        },
      },
      {
        who: 'server-admin',
        text: 'if the caller did send one: see that proxies and CGI pass the Authorization header on (Apache: CGIPassAuth On; nginx: proxy_set_header Authorization $http_authorization)',
      },
      {
        who: 'api-owner',
        text: 'answer 401 with a WWW-Authenticate challenge where nobody is known; 403 says that somebody is',
      },
    ];
  },
};

// what a check says that does not tell an absent credential from one that it cannot use
const EITHER =
  /\b(?:missing|absent|not (?:provided|found)) or (?:an? )?(?:malformed|invalid|incorrect|wrong|bad|expired)\b(?: \S+){0,3} ?(?:token|jwt|key|credentials?|auth\w*|bearer|password|header)|\b(?:malformed|invalid|incorrect|wrong|bad|expired) or (?:missing|absent)\b(?: \S+){0,3} ?(?:token|jwt|key|credentials?|auth\w*|bearer|password|header)/i;

export default cause;
