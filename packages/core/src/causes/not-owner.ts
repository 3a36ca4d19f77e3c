import { credentialsOf, nothingSent } from '../model/case.ts';
import type { Cause } from '../model/cause.ts';

const OBJECT = /\/(?:\d{1,20}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{24})(?:[/?]|$)/i;

const cause: Cause = {
  id: 'not-owner',
  group: 'authorization',
  title: 'the object belongs to someone else',
  explain:
    'The caller may do this in general, on objects of its own; this object belongs to another user, account or tenant and was not shared. Some servers hide that behind 404.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'the answer speaks of owner, author, belonging or sharing',
      'the path names one object by its id',
      'the same credential passes on an object of its own',
    ],
    against: ['every object is refused alike', 'nobody is logged in'],
  },
  settledBy: 'the same credential on an object of its own succeeds',
  checklist: 'permission',
  rivals: ['role-missing', 'object-hidden', 'scope-insufficient'],
  callerKnown: true,
  looksAt: 'owner',
  turnedBy: {
    'another-object': 'suggests',
    'path-of-other-object': 'suggests',
    content: 'hints',
    parameter: 'hints',
    'token-person': 'hints',
    'credential-other': 'hints',
  },
  answers: { colleague: 0.5, 'own-object': 0.12 },
  guide: { 'row-rights': 'named', role: 'named', check: 'named' },
  references: [
    {
      title: 'OWASP API1:2023, object level authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
    },
  ],
  summary: () => 'this object belongs to someone else',
  judge: (c) => [
    ...(credentialsOf(c).length && OBJECT.test(c.exchange.request.url) && (c.status === 403 || c.status === 404)
      ? [
          {
            weight: 'hints' as const,
            says: 'the path names one object, and somebody is logged in',
            at: [{ part: 'request' as const, in: 'url' as const }],
          },
        ]
      : []),
    ...(nothingSent(c)
      ? [{ weight: 'doubts' as const, says: 'nobody is logged in who could own something', at: [] }]
      : []),
  ],
  fixes: () => [
    { who: 'caller', text: 'use an object of your own, or ask its owner to share it or to do this' },
    {
      who: 'api-owner',
      text: 'share the object with this caller or make it a member; say "not the owner" in the answer, or hide it as 404 throughout',
    },
  ],
};

export default cause;
