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
  references: [
    { title: 'RFC 9110, section 15.5.4: 403 Forbidden', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4' },
  ],
  // who calls is known to be known only where a credential was seen
  summary: (c) => `the caller ${credentialsOf(c).length ? 'is known and ' : ''}lacks the role or permission for this`,
  phrases: [
    {
      is: /\bask (?:your|an|the|a) (?:\w+ )?(?:administrator|admin|manager) (?:for|to)\b/,
      not: /\bfirewall|\bproxy|network|whitelist|allowlist|\bip\b|unblock/,
      weight: 'suggests',
      says: 'the answer sends the caller to an administrator',
    },
    {
      is: /\b(?:needs?|requires?|wants?|lacks?|missing|without|not in|not having) (?:the |a |an |any of |one of )?(?:groups?|roles?|authority|entitlement)\b(?! of)/,
      not: /\bscope|\btoken|api key|in order to/,
      weight: 'suggests',
      says: 'the answer names a group or role that is lacking',
    },
    {
      is: /\b(?:users?|you|your account|your user|account|caller|principal|identity|member|service account|group|current user|i|identity)\b(?: \S+){0,8} (?:(?:do|does|did|has|have|is|are|was|were|must|may)(?:n't| not)|don't|doesn't|lacks?|without|needs?|must have|must be|requires?|cannot|can't|no)\b(?: \S+){0,7} (?:permissions?|privileges?|roles?|rights?|admin(?:istrator)?s?|access|clearance|grants?|authority|authori[sz]ation|capabilit(?:y|ies))\b/,
      not: /\b(?:supplied|provided|sent) (?:\S+ ){0,3}(?:key|token|credentials?)|\bcsrf|\bscope|logged[- ]in|sign(?:ed)? in (?:to|first|again|with)|ip address|your ip|\bplan|subscription|token (?:does|lacks)|api key|this app|the app |not own|owner of|\bcountry|\bregion|\bpremium|\breferer|from this (?:location|ip)|must be enabled|anonymous|on this server|from this server|essential access|subset of|access level|elevated access|apply for/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the user lacks a right',
    },
    {
      is: /\b(?:requires?|required|needs?|must (?:be|have)|only(?: an?)?|restricted to|reserved (?:for|to)|available (?:only )?to|limited to|accessible (?:only )?(?:by|to))(?: \S+){0,4} (?:admin(?:istrator)?s?|superuser|super user|staff|moderators?|managers?|maintainers?|editors?|members?|root|operators?|privileged users?|sysadmin|supervisors?|employees|contributors?|collaborators?|team members|org(?:anization)? owners?|instructors?|teachers?)\b|\b(?:admin(?:istrator)?s?|staff|superuser|moderators?|managers?|maintainers?|members?|editors?|operators?)(?: \S+){0,2} (?:only|access required|access only|privileges?|rights?|permissions?|role)\b(?: required| needed)?|\bonly (?:admin(?:istrator)?s?|staff|members|moderators|managers|maintainers|editors|superusers|operators|organization owners)\b|\badmin(?:istrator)? access (?:is )?required\b/,
      not: /blocked by|\bcontact|your administrator|administrative rules|administrator has|ask (?:your|an|the)|network admin|site admin|subscribers? only|paid members/,
      weight: 'suggests',
      says: 'the answer says who may do this',
    },
    {
      is: /\b(?:insufficient|inadequate|not enough|not sufficient|missing|lacking|lacks?|lack of|required|requires?|need(?:s|ed)?)(?: \S+){0,3} (?:permissions?|privileges?|roles?|rights?|access rights|access level|authority|clearance)\b/,
      not: /\bscope|\btoken|\bkeys?\b|\bapp\b|application|\bfile|directory|\boauth|[a-z]_[a-z_]{2,40} permission|[a-z]\.[a-z]+ permission/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that a permission or role is lacking',
    },
    {
      is: /\b(?:permissions?|privileges?|roles?|access rights)\b(?: \S+){0,5} (?:required|needed|missing|denied|insufficient|not (?:granted|assigned|sufficient|enough|found))\b/,
      not: /\bscope|\btoken|api[- ]?key|\bfile|directory|\(13|\berrno|open\(|read /,
      weight: 'hints',
      vague: true,
      says: 'the answer speaks of permission',
    },
    {
      is: /\bnot (?:been )?(?:authori[sz]ed|allowed|permitted|entitled|privileged|granted|eligible)(?: to| for| access)(?: \S+){1,10}|\b(?:do(?:es)? not|don't|doesn't) have (?:\w+ ){0,3}(?:access|permission|authori[sz]ation)\b|\bno (?:access|permission|privilege)s?\b|\bhave no (?:access|permission|rights?)\b|\bpermission[ _]denied\b|\bno perms?\b|\bunauthori[sz]ed (?:action|operation|user)\b|\baction is unauthori[sz]ed\b/,
      not: /\bcsrf|ip address|your ip|\bscope|from (?:this|your)|\bcountry|\bhost\b|\borigin|\breferer|\bmethod|user[- ]agent|on this server|from this server|\(13|open\(|directory|log ?in|sign in|\btoken|api key|to browse|anonymous|unregistered/,
      weight: 'hints',
      vague: true,
      says: 'the answer says not authorised',
    },
    {
      is: /\b(?:permission|privilege|access|acl|rbac|authorization) check(?:s)? (?:has |have )?failed\b|\brbac\b:?(?: \S+){0,3} (?:denied|forbidden|not allowed|rejected)\b|\bmissing (?:access|permissions?|privileges?|rights?|roles?)\b|\bnot (?:been )?(?:invited|assigned|added|granted access) to (?:this|the|an?|any)\b|\bnot (?:a )?(?:participant|subscriber|attendee|guest|recipient) (?:of|in)\b|\bnot in (?:this|the) (?:room|channel|group|team|project|space|guild|server|workspace|organi[sz]ation)\b|\b(?:power|permission|privilege|trust|security|clearance|user|role) level\b(?: \S+){0,5} (?:high|higher|insufficient|too low|required|lower|enough|sufficient|needed|at least)\b|\b(?:high|insufficient|higher|greater|not enough|low)(?: \w+){0,2} (?:power|permission|privilege|trust|security|clearance|user|role) level\b|\brow-level security\b/,
      not: /\bscope|\btoken|api key|anon\b|\bfile|directory/,
      weight: 'suggests',
      says: 'the answer says that a check of rights failed',
    },
    {
      is: /\buser\b ?["'`(:]?[^\s"'`]{1,80}["'`)]? (?:\S+ ){0,4}(?:cannot|can not|is not (?:allowed|authori[sz]ed|permitted)|does not have|lacks|has no|not granted|is unauthori[sz]ed|may not)\b|\b(?:is not authori[sz]ed to perform|not authori[sz]ed to perform|lacks? (?:the )?permission|missing permission|no (?:identity|role)[- ]based policy|role binding|rolebinding|iam permission|access control list|not (?:a )?(?:member|collaborator|contributor|part) of|not (?:a member )?(?:in|of) (?:an? |the |any )?(?:\w+ ){0,3}(?:groups?|roles?|teams?)|added? (?:you )?(?:to|as) (?:the )?(?:group|role|team|member|collaborator)|request access|ask for access|need access|access to (?:this|the) (?:resource|model|dataset|project|repository|repo) is restricted|in the authorized list)\b/,
      not: /explicit deny|\bscope|ip address|anonymous/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that this user lacks the grant',
    },
    {
      is: /\bno authori[sz]ation (?:to|for|on)\b|\bpermission to (?:perform|access|execute|view|use) (?:\S+ ){0,4}(?:is |was )?(?:denied|refused|required)\b|\baction (?:\S+ )?is (?:unauthori[sz]ed|not authori[sz]ed|forbidden)\b|\bunauthori[sz]ed (?:actions?|operations?|to (?:perform|do|view|use|execute|edit|delete|manage))\b/,
      not: /\btoken|\bscope/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that the caller may not do this',
    },
    {
      is: /\b(?:no|not|without|missing|insufficient|lacks?|lacking|denied|need|needs|requires?)(?: \S+){0,4} (?:authori[sz]ation|rights?|grants?|privileges?|acl|rbac|capabilit(?:y|ies)) (?:to|for|on|in)\b|\b(?:user|consumer|principal|actor|account|caller|member|subject|identity|requester|group)\b(?: \S+){0,3} (?:is )?(?:denied|not allowed|not permitted|forbidden|isn't (?:authori[sz]ed|allowed)|may not|not authori[sz]ed)\b|\byou (?:may not|cannot|can't|can not|are not (?:allowed|permitted|authori[sz]ed)|aren't (?:allowed|permitted|authori[sz]ed)) (?:to )?(?:access|view|see|edit|update|delete|create|modify|perform|do|list|read|write|consume|manage|change|push|download|upload|invoke|execute|use|publish|remove|add)\b/,
      not: /\bcsrf|\bscope|anonymous|from (?:this|your)|\borigin|host\b|\breferer|\bmethod|\btoken|api key|ip address|\bplan|on this server|\bown|\blogged|sign(?:ed)? in|\bregion|\bcountry|duplicate|this file \(/,
      weight: 'suggests',
      vague: true,
      says: 'the answer says that this user may not do that',
    },
    {
      is: /\bnot (?:an? |the )?(?:\w+ )?(?:admin|administrator|moderator|manager|maintainer|editor|superuser|staff|management user|owner of the organi[sz]ation)\b|\bnot one of (?:the |its )?(?:\w+'s? )?(?:moderators|admins|members|editors|managers|owners)\b|\b(?:role|group|authority|permission) ['"]?[a-z_]+['"]? (?:is )?(?:required|needed|missing)\b|\b(?:requested|required|your) roles? (?:is |are )?not (?:in|among|allowed|sufficient)\b|\bisgranted\b|\baccess (?:is )?denied by (?:\S+ )?(?:isgranted|voter|role)\b|\bpolic(?:y|ies) (?:do|does)(?: not|n't) (?:allow|grant)\b|\bclient's policies grant\b|\bdelegation denied\b|\bpermission ['"][a-z]+\.[\w.]+['"] (?:was )?denied\b/,
      not: /\bscope|\btoken|api key|organi[sz]ation policy|\btenant|cross-tenant|repository|\bversion/,
      weight: 'suggests',
      says: 'the answer names the role that is lacking',
    },
    {
      is: /\b(?:access|permission) (?:was |is |has been )?(?:denied|not permitted|not allowed|refused) to\b|\b(?:requested )?access to (?:the |this )?(?:requested )?(?:resource|page|service|api|\S{3,200}) (?:is|was|has been) (?:denied|refused|restricted|disallowed)\b|\baccess control exception\b|\b(?:un|not )authori[sz]ed to access\b|\buser[- ]unauthori[sz]ed\b|\baccess (?:is )?not (?:permitted|allowed)\b|\bnot allowed\b/,
      not: /origin|\bhost\b|method|\bip\b|scope|network|country|region|token|api key|this site|web ?site|web ?page|url|directory|file type|extension|referer|agent|bot\b|plan|on this server/,
      weight: 'hints',
      vague: true,
      says: 'the answer says not allowed',
    },
  ],
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
