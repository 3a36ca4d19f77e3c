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
  references: [
    {
      title: 'OWASP API1:2023, object level authorization',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa1-broken-object-level-authorization/',
    },
  ],
  summary: () => 'this object belongs to someone else',
  phrases: [
    {
      is: /\b(?:is|are)(?: not|n't) (?:one )?of yours\b|\bprivate to (?:its|the|their) (?:authors?|owners?|creators?)\b/,
      weight: 'suggests',
      says: 'the answer says that it is not the caller’s',
    },
    {
      is: /\bbelongs? to (?:the )?(?:customer|user|account|tenant|member|patient|client|person|team|organi[sz]ation|company|household)\b|\bowner(?:ship)? (?:check|test|mismatch|differs|is another|is not)\b/,
      not: /\btoken|\bkey|credential|session|\bhost\b/,
      weight: 'suggests',
      says: 'the answer names whose the object is',
    },
    {
      is: /\b(?:not|isn't|aren't|don't|doesn't|only|must be|unless you are|other than|if you are)(?: \S+){0,6} (?:the |an? |its )?(?:owners?|authors?|creators?|own|owned|uploader|submitter|organizer)\b/,
      not: /organization owners?|org owners?|\bdomain|on its own|your own (?:risk|api|key|app)|product owner|copyright|site owner|website owner|\bcontact|\bphone|\bsender/,
      weight: 'suggests',
      says: 'the answer says that only the owner may',
    },
    {
      is: /\b(?:does not|doesn't|do not|don't|not) belong to\b|\bbelongs? to (?:another|a different|someone|other)\b|\b(?:another|other|different|someone else'?s?) (?:user|account|person|customer|member|tenant|workspace|organization|owner)(?:'s|s'|s)?\b|\bnot your(?:s| own)?\b|\bown(?:ed)? by (?:another|a different|someone|other)\b|\bsomeone else's\b|\b(?:wrong|different) (?:user|owner|tenant|account)\b|\bno(?:t)? (?:been )?shared with you\b/,
      not: /sign in with|log in with|using a different account|\btoken|api key|audience|credentials|\bscope/,
      weight: 'suggests',
      says: 'the answer says that the object is not yours',
    },
    {
      is: /\byou (?:can|may) only (?:\w+ ){0,3}(?:your own|yours?|objects you|resources you|what you)\b|\byour own (?:posts?|comments?|resources?|profile|account|data|orders?|items?|files?|documents?|projects?|listings?|records?|playlists?|messages?)\b|\bcreated by (?:you|yourself|the (?:current|authenticated) user)\b/,
      weight: 'suggests',
      says: 'the answer says that you may do this with your own objects only',
    },
    {
      is: /\bshare(?:d)? (?:it )?with (?:the|this|your) (?:user|service account|integration|account|bot|email)\b|\bmake sure the relevant \w+ (?:and \w+ )?are shared\b|\bprivate (?:profile|playlist|account|post|group|channel|board|document)\b/,
      weight: 'hints',
      says: 'the answer speaks of sharing',
    },
    {
      is: /\bonly (?:the )?(?:authors?|owners?|creators?|its owner)(?: \S+){0,3} (?:may|can|is allowed|are allowed)\b|\b(?:belongs?|owned|authored|created|uploaded|reserved|registered)(?: \S+){0,2} (?:to|by|for) (?:an?other|someone|a different|other)\b|\bfor other users\b|\bother (?:user|people|account)s?'?s?\b(?: \S+){0,3} (?:data|account|profile|resource|object)s?\b|\bnot (?:the |an? )?(?:\w+ )?(?:owner|author|creator|uploader|poster|assignee)s?\b|\bdo(?:es)?n't own\b|\bdo(?:es)? not own\b/,
      not: /\btoken|api key|sign in|\bscope|organi[sz]ation owner|not owner-only/,
      weight: 'suggests',
      says: 'the answer says whose it is',
    },
  ],
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
