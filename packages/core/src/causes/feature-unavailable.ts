import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'feature-unavailable',
  group: 'authorization',
  title: 'the feature is off or not in the plan',
  explain:
    'The thing asked for is not switched on for this account, project, installation or user: a feature flag, an API that was never enabled, a plan, licence or quota tier that does not include it. Every credential of this account is refused; another account’s is not.',
  who: ['api-owner', 'caller'],
  signs: {
    for: [
      'the answer speaks of plan, licence, upgrade, billing, enabling or a feature',
      'status 402',
      'every credential of the account is refused alike',
    ],
    against: ['another user of the same account gets through'],
  },
  settledBy: 'the words of the answer; every credential of this account is refused, another account’s is not',
  checklist: 'feature-flag',
  rivals: ['scope-insufficient', 'policy-denied', 'role-missing', 'rate-limited'],
  references: [
    { title: 'RFC 9110, section 15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  summary: () => 'this feature is not switched on for this account, or not in its plan',
  phrases: [
    {
      is: /\b(?:is|are) (?:an? |part of the )?(?:add-?on|paid add-?on|premium|paid|enterprise) (?:feature|capability|option|module|function|content|plan|service)\b|\b(?:is|are) an add-?on\b|\bcontact (?:our )?sales\b/,
      weight: 'suggests',
      says: 'the answer says that this is sold apart',
    },
    {
      is: /\b(?:plan|subscription|licen[cs]e|tier|edition|package|trial|membership|premium|pro account|paid account|pricing)\b(?: \S+){0,8} (?:does not|doesn't|do not|don't|not|required|needed|needs?|expired|ended|lapsed|includes?|supports?|allows?|limited|only|inactive|non-compliant|invalid|upgrade|insufficient|cannot|missing|is over|to use|to access)\b|\b(?:requires?|required|needs?|need|upgrade|only (?:available|for)|available (?:only )?(?:on|in|with|to|for)|part of|included in|limited to|not (?:available |included |supported |allowed |permitted |part )?(?:on|in|for|with|of)|without|no (?:active|valid))(?: \S+){0,6} (?:plans?|subscriptions?|licen[cs]es?|tier|edition|package|premium|pro|enterprise|business|paid|paying|membership|add-?on)\b/,
      not: /membership not found|licen[cs]e agreement|\baccept|enterprise admin|business (?:manager|verification)|enterprise owner|subscription key|subscription id|not authorized to perform|subscription '?[0-9a-f]{8}-|over scope|plan to/,
      weight: 'suggests',
      says: 'the answer speaks of the plan or licence',
    },
    {
      is: /\bnot (?:currently )?subscribed\b|\bsubscribe to (?:access|use|unlock|get)\b|\bupgrade (?:your|to|the|now|account|plan|required for)\b|\bplease upgrade\b|\b(?:billing|payment)\b(?: \S+){0,6} (?:required|not (?:enabled|active|set up|configured)|disabled|needed|past due|overdue|failed|must be enabled|account)\b|\b(?:enable|activate|requires?|set up|no|without) (?:\w+ )?billing\b|\b(?:insufficient|not enough|no|out of|exhausted|low|zero|run out of|lack of)(?: \w+){0,2} (?:credits?|balance|funds|points|tokens left|allowance)\b|\bcredit balance\b|\bpayment required\b|\bpaid (?:plan|feature|subscribers?|members?|users?|account|customers?|only)\b|\bsubscribers? only\b|\bpremium (?:required|only|account|members?|users?|feature|content|subscription)\b|\bpurchase\b(?: \S+){0,5} (?:access|licen[cs]e|plan|credits)\b|\b(?:spending|usage|monthly|hard) (?:limit|cap)\b(?: \S+){0,4} (?:reached|exceeded|hit)\b|\bentitle(?:d|ment)s?\b/,
      not: /rate limit|upgrade your browser|upgrade to (?:https|tls|websocket)|request limit|upgrade request|\brate/,
      weight: 'suggests',
      says: 'the answer speaks of plan, payment or credit',
    },
    {
      is: /\b(?:features?|apis?|services?|endpoints?|modules?|functions?|functionality|operations?|registrations?|sign-?ups?|capabilit(?:y|ies)|methods?|integrations?|extensions?|plugins?|beta|model|product|app|application|site|webhooks?|option|resource type|experiment|flag|xml-?rpc|uploads?|comments?|downloads?|anonymous access|guest access|provider|region)\b(?: \S+){0,5} (?:is|are|was|has been|have been|been|has|have|be|must be)? ?(?:currently |temporarily |permanently )?(?:not (?:yet )?(?:been )?(?:enabled|available|activated|supported|turned on|switched on|allowed for|included|accessible|provisioned|active|implemented|installed|open|licensed|used in)|disabled|deactivated|turned off|switched off|unavailable|closed|stopped|off\b|paused|not enabled|inactive|discontinued|deprecated|retired|sunset|removed|enabled)\b/,
      not: /api[- ]?keys?\b|\bkeys? (?:\S+ ){0,3}(?:is|are|has|have|was|were|been)|\bkey disabled|account is|user is|your account|accounts? (?:has|have) been|method (?:is )?not (?:allowed|supported)|\blisting|browsing|\bcookies|javascript|ip address|\bcountry|location|\borigin|\bcors\b|anonymous (?:user|caller)|\bhost\b|by (?:your|the) (?:admin|organi)|app password|cannot be (?:enabled)|basic auth|public network access|public access|grant type|account.{0,20}disabled|\btoken|temporarily unavailable|http method|two[- ]factor|\bmfa/,
      weight: 'suggests',
      says: 'the answer says that something is not enabled',
    },
    {
      is: /\bnot (?:been )?(?:enabled|activated|available|supported|offered)(?: \S+){0,3} (?:for|on|in|to|by) (?:this|your|the)(?: \w+){0,2} (?:account|organi[sz]ation|project|workspace|tenant|user|instance|server|plan|site|store|app|application|domain|installation|team|homeserver|resource|customer)\b|\b(?:feature|beta|early access|preview|flag)(?: \S+){0,4} (?:flag|not|disabled|off|access|required|invite|only|participants?)\b|\bfeature(?:[ _-]?flag)?[ _-]?(?:disabled|off|not[ _-]?enabled|unavailable|locked|gated)\b|\bapi(?: access)? (?:is )?(?:disabled|not enabled)\b|\b(?:wait-?list|invite[- ]only|private beta|closed beta|limited preview|allow-?listed customers)\b|\bhas not been used in project\b|\benable (?:it|the api|this api|the service) (?:by|in|at)\b|\bdisabled for (?:this|your|the) (?:org|account|project|site)\w*\b|\bapi disabled\b|\bnot configured (?:to use|for) (?:this|the) (?:feature|api)\b|\baccess not configured\b/,
      not: /by (?:your|the) admin|\bcountry|\bregion|request method/,
      weight: 'suggests',
      says: 'the answer says that this is not enabled for the account',
    },
    {
      is: /\b(?:essential|elevated|basic|standard|limited|trial|advanced|full|partner|production|development|sandbox|different|current) access(?: level| tier)?\b(?: \S+){0,8} (?:endpoints?|apis?|only|level|required|needed|apply|includes?)\b|\bapply for (?:\w+ ){0,3}access\b|\baccess (?:level|tier)\b(?: \S+){0,6} (?:endpoints?|apis?|does not|portal|upgrade|product)\b|\bsubset of (?:\S+ ){0,5}endpoints\b|\bdifferent access level\b|\bneeds? (?:more|at least \d{1,3}) (?:boosts|seats|credits|points)\b|\b(?:limit|quota|allowance|requests?|usage|calls?)(?: \S+){0,4} (?:for|of|this) (?:the |this )?(?:month|billing (?:period|cycle)|year)\b/,
      not: /per (?:second|minute|hour)|too many/,
      weight: 'suggests',
      says: 'the answer says that the account’s level of access does not include this',
    },
    {
      is: /\b(?:server|core|cpu|resource|instance|user|seat|project|account|repository|storage|device|session|member|connection|concurrent|daily|monthly|free)s?(?: \w+){0,2} (?:limit|quota|allowance|cap)\b(?: \S+){0,5} (?:reached|exceeded|exhausted|used up|hit)\b|\bmaximum number of\b|\blimit of your (?:plan|account|subscription)\b|\bfree (?:tier|plan|version|account|trial)\b/,
      not: /requests?|\brate|per (?:second|minute|hour)|too many/,
      weight: 'hints',
      says: 'the answer speaks of a limit of the account',
    },
    {
      is: /\b(?:not (?:been )?(?:enabled|activated|available|accessible|supported|included|installed)|disabled|unavailable|inaccessible)(?: \S+){0,3} (?:for|on|in|to|with|under) (?:this|your|the|that|its|an?)(?: \S+){0,3} (?:account|organi[sz]ation|project|workspace|tenant|user|instance|plan|site|application|app|domain|team|client|subscription|edition|version|environment|region)\b|\b(?:flow|api|feature|service|grant|sign-?in provider|provider|registration|endpoint|extension|module|option)\b(?: \S+){0,3} (?:not enabled|is disabled|are disabled|not activated|not available|is not available|turned off|not accessible)\b|\bpayment (?:instrument|method|required|is required)\b|\b(?:trial|subscription|licen[cs]e|plan)\b(?: \S+){0,3} (?:has |is |have )?(?:expired|ended|over|inactive|cancel\w+|not active|does not include|required)\b|\bonly (?:available|supported|accessible|enabled) (?:in|on|for|to|with)(?: \S+){0,4} (?:edition|plan|tier|enterprise|premium|pro|business|customers?|subscribers?|accounts?)\b/,
      not: /api[- ]?keys?\b|\bkeys? (?:\S+ ){0,3}(?:is|are|has|have|was|were|been)|\bkey disabled|\btoken|\bcsrf|user is disabled|account is disabled|\bsecret|\bcountry|location|by (?:your|the|an) (?:admin|org)|http method|directory|\blisting|local auth|anonymous|for (?:this|the) region|\bblocked|basic auth/,
      weight: 'suggests',
      says: 'the answer says that this is not switched on',
    },
    {
      is: /\b(?:balance|credits?|funds|quota)\b(?: \S+){0,6} (?:not sufficient|insufficient|too low|not enough|does not cover)\b|\bnot (?:currently )?eligible\b|\beligibility requirements?\b|\bnot authori[sz]ed to access the requested (?:view|fields?|features?|modules?|products?|data ?sets?)\b|\bcredits? (?:is |are |have been )?exhausted\b/,
      not: /\brole\b/,
      weight: 'suggests',
      says: 'the answer says that the account has not what this takes',
    },
    {
      is: /\b(?:no|not|n't) (?:\S+ ){0,3}(?:access|permission|authori[sz]ed|authori[sz]ation|entitled) (?:to )?(?:access |use |call )?(?:the |this |that |any )?(?:\S+ )?(?:features?|models?|products?|beta|preview|add-?on|edition)\b/,
      not: /\btoken|\bscope|api[- ]?key|row|data model|product catalog/,
      weight: 'suggests',
      says: 'the answer says that a feature or product is not open to the caller',
    },
    {
      is: /\b(?:budget|credits?|cap|balance|allowance|spending)\b(?: \S+){0,4} (?:exceeded|exhausted|reached|used up)\b|\b[a-z]+ (?:is|are) not (?:enabled|activated|switched on|turned on)\b|\bnot enabled\b|\bdoes not have an? (?:\w+ ){0,2}licen[cs]e\b|\benterprise-only\b|\b(?:an? )?(?:enterprise|premium|pro|paid) feature\b|\b(?:key|usage|monthly|account) limit (?:exceeded|reached)\b|\bplease enable \w+ (?:through|in|at|via)\b|\bhave not been submitted for this account\b|\bonly approved for\b|\bnot authori[sz]ed to use this (?:api|service|product)\b|\binsufficient[ _](?:user[ _])?quota\b/,
      not: /two[- ]factor|\bmfa|\bcookies|javascript|\bbrowser|\brate|\btoken|by (?:your|the) admin|per (?:minute|second|hour)|\botp|directory|\blisting|\brole\b|\bcountry|\bregion|your ip|\bcors\b|public access/,
      weight: 'suggests',
      says: 'the answer says that this is not switched on or used up',
    },
  ],
  judge: (c) =>
    c.status === 402 &&
    !c.evidence.all('message').some(({ fact }) => /two[- _]?(?:factor|step)|\b2fa|\bmfa|\botp/i.test(fact.text))
      ? [{ weight: 'suggests', says: '402 Payment Required', at: [{ part: 'response', in: 'status' }] }]
      : [],
  fixes: () => [
    {
      who: 'api-owner',
      text: 'switch the feature, API or flag on for this account, or move it to a plan or licence that includes it',
    },
    { who: 'caller', text: 'enable the API or feature in the account’s settings, or upgrade the plan' },
  ],
};

export default cause;
