import { bare, credentialsOf, nothingSent, REQUEST, STATUS } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';
import { inQuotes } from '../model/unseen.ts';

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
  concern: { thing: 'credentials', state: 'absent' },
  turnedBy: {
    'credential-absent': 'proves',
    'credential-absent-beside-another': 'suggests',
    'credential-absent-beside-form-token': 'suggests',
    'signature-absent': 'suggests',
    'cookie-absent': 'hints',
    'header-like-key': 'hints',
    'header-like-switch': 'doubts',
    'described-credential': 'suggests',
    'described-no-credential': 'doubts',
  },
  answers: { colleague: 0.8, 'worked-before': 0.07, 'in-browser': 0.85 },
  guide: { 'row-absent': 'named', check: 'named', 'ask-401-or-403': 'explained' },
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
          ? `send the credential that the server asks for: Authorization: ${inQuotes(challenge.fact.scheme)} …`
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
