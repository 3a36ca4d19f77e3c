import { bare, credentialsOf, nothingSent, REQUEST, shapeOf, silence } from '../model/case.ts';
import type { Case, Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'role-missing',
  group: 'authorization',
  title: 'the user lacks the role or permission',
  explain:
    'The server knows who calls, and this user or service account does not have the role, permission or grant that the call wants. Logging in again does not help; somebody with authority has to grant it. This is what 403 is for, and the most common cause of it.',
  who: ['api-owner', 'caller'],
  signs: {
    for: [
      'the answer names the user and a right that is lacking',
      'the answer says that only administrators, members or owners of something may do this',
      'the same request with a stronger credential passes',
    ],
    against: ['nothing was sent that identifies the caller', 'the answer speaks of the token rather than of the user'],
  },
  settledBy: 'the same request with a stronger credential succeeds; without any it is a 401 or is refused otherwise',
  checklist: 'permission',
  rivals: ['scope-insufficient', 'not-owner', 'policy-denied', 'credentials-missing'],
  callerKnown: true,
  looksAt: 'rights',
  turnedBy: {
    'stronger-credential': 'suggests',
    'token-role': 'suggests',
    'certificate-other': 'suggests',
    'token-person': 'hints',
    'credential-other': 'hints',
    'another-object': 'hints',
    'another-operation': 'hints',
    parameter: 'hints',
    'path-of-known-caller': 'hints',
    'method-of-known-caller': 'hints',
    'write-by-script': 'hints',
    'method-of-unknown-caller': 'doubts',
    'path-of-other-object': 'doubts',
    // another user’s rights would not make session and form token a pair
    'session-of-form-token': 'doubts',
  },
  answers: { colleague: 0.92, 'worked-before': 0.25, 'own-object': 0.6 },
  guide: { 'row-rights': 'named', 'quick-test': 'named', role: 'explained', check: 'named', 'ask-401-or-403': 'named' },
  references: [
    { title: 'RFC 9110, section 15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  // who calls is known to be known only where a credential was seen
  summary: (c) => `the caller ${credentialsOf(c).length ? 'is known and ' : ''}lacks the role or permission for this`,
  judge(c) {
    const credentials = credentialsOf(c);
    return [
      ...(c.status === 403 && !c.explained && denies(c)
        ? [
            {
              // on 401 this word means who one is, on 403 what one may
              weight: 'suggests' as const,
              says: 'the answer says that authorisation failed, and is not 401',
              at: denies(c)!.at,
            },
          ]
        : []),
      ...(bare(c) && /^(?:PUT|PATCH|DELETE)$/.test(c.method) && c.status === 403
        ? [{ weight: 'hints' as const, says: `${c.method} is what roles guard most`, at: REQUEST }]
        : []),
      ...(bare(c) &&
      !credentials.length &&
      silence(c) !== 'api' &&
      (shapeOf(c).api || silence(c) === 'object') &&
      c.status === 403
        ? [
            {
              weight: 'hints' as const,
              says: 'an API refuses without a reason',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(bare(c) && c.status === 403 && ADMIN.test(c.exchange.request.url) && sentCookie(c)
        ? [
            {
              weight: 'hints' as const,
              says: 'an area of administrators, and a cookie was sent',
              at: [{ part: 'request' as const, in: 'url' as const }],
            },
          ]
        : []),
      ...(nothingSent(c)
        ? [{ weight: 'doubts' as const, says: 'nothing was sent that identifies a user', at: [] }]
        : []),
      ...(credentials.length && c.status === 403 && !credentials[0]!.fact.problems.length
        ? [
            {
              weight: 'hints' as const,
              says: 'credentials were sent and the answer is not 401',
              at: credentials[0]!.at,
            },
          ]
        : []),
    ];
  },
  fixes: () => [
    {
      who: 'api-owner',
      text: 'grant this user or service account the role or permission that the operation wants, and no more',
    },
    {
      who: 'caller',
      text: 'ask the owner of the resource for that role, with this report; or use an account that has it',
    },
  ],
};

const denies = (c: Case) =>
  c.evidence
    .all('message')
    .find(({ fact }) =>
      /\bauthori[sz]ation ?(?:has |have |was |is )?(?:been )?(?:failed|denied|failure|refused)\b/i.test(fact.text),
    );

const ADMIN =
  /\/(?:wp-)?(?:admin|administrator|administration|manage|management|backend|backoffice|settings)(?:[/.?#]|$)/i;

const sentCookie = (c: Case): boolean => c.exchange.request.headers.some(([n]) => n.toLowerCase() === 'cookie');

export default cause;
