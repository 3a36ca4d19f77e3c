import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'policy-denied',
  group: 'authorization',
  title: 'a policy stands above the caller’s rights',
  explain:
    'An explicit no stands above roles and scopes: an organisation policy, a service control policy, single sign-on enforcement, a suspended or banned account, terms that were not accepted, a sender that is not verified. A stronger credential of the same organisation is refused alike.',
  who: ['api-owner', 'caller'],
  signs: {
    for: [
      'the answer speaks of a policy, an explicit deny, an organisation’s setting, suspension or terms',
      'administrators of the same organisation are refused alike',
    ],
    against: ['a colleague with a higher role gets through'],
  },
  settledBy: 'the words of the answer; a stronger credential of the same organisation is refused too',
  checklist: 'permission',
  rivals: ['role-missing', 'feature-unavailable', 'ip-refused'],
  references: [
    {
      title: 'AWS IAM: explicit and implicit denies',
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_AccessPolicyLanguage_Interplay.html',
    },
    { title: 'RFC 7725: 451 Unavailable For Legal Reasons', url: 'https://www.rfc-editor.org/rfc/rfc7725' },
  ],
  summary: () => 'a policy above the caller’s own rights forbids this',
  phrases: [
    {
      is: /\b(?:agree to|accept|approve|acknowledge) (?:\S+ ){0,4}(?:conditions|terms|agreement|eula)\b|\bconditions of use (?:have |has )?(?:changed|been)\b|\bcomplete (?:your |the )?(?:\S+ ){0,2}(?:verification|onboarding|kyc)\b/,
      weight: 'suggests',
      says: 'the answer wants terms or a verification first',
    },
    {
      is: /\bexplicit(?:ly)? den(?:y|ied)\b|\bdenied by (?:\w+ ){0,3}polic(?:y|ies)\b|\b(?:organi[sz]ation|service control|resource control|conditional access|security|company|tenant|domain|access|usage|acceptable use|cross-tenant access|admission|content|privacy|firewall|iam|scp|your)(?: \w+)? polic(?:y|ies)\b(?: \S+){0,6} (?:does not|doesn't|not|prevents?|prohibits?|forbids?|denie[ds]|den(?:y|ies)|blocks?|blocked|restricts?|disallow|requires?|violat\w+)\b|\bblocked by (?:\w+ ){0,2}polic(?:y|ies)\b|\bpolicy violation\b|\bviolat(?:es?|ed|ion|ions|ing)(?: \S+){0,4} (?:polic(?:y|ies)|terms|rules|guidelines|agreement|tos)\b|\b(?:prohibited|disallowed|forbidden|not allowed) by (?:\w+ ){0,3}(?:polic(?:y|ies)|terms|organi[sz]ation)\b/,
      not: /web application firewall|\bprox(?:y|ies)\b|no (?:identity|resource)-based policy allows|content security policy|cors policy|ip (?:address )?polic|referr?er policy|\bcategor/,
      weight: 'suggests',
      says: 'the answer names a policy',
    },
    {
      is: /\b(?:accounts?|users?|profile|organi[sz]ations?|workspace|tenant|project|subscription|bot|app|application|repository|merchant|customer|consumer|installation|billing account|member|team|channel|developer account|identity|service account)\b(?: \S+){0,5} (?:is |are |was |were |has |have |been |being |currently |temporarily |permanently )+(?:suspended|banned|blocked|deactivated|locked|terminated|frozen|restricted|closed|shadow[- ]?banned|blacklisted|disabled by|flagged|on hold|under review|limited by|archived|read[- ]only|disabled|barred|removed)\b/,
      not: /ip address|your ip|feature (?:is|has)|too many|rate limit|\bcaptcha|request has been blocked|request was blocked|access to this (?:site|website|page)|bot (?:detect|protect)|from this (?:location|country)|web ?site|api (?:is|has)|locked out.*attempts|blocked from (?:sending|making) (?:too|more)|suspicious|power level|used by a blocked/,
      weight: 'suggests',
      says: 'the answer says that an account is suspended or blocked',
    },
    {
      is: /\b(?:accept|agree|agreed|accepted|acceptance|consent|consented|sign)(?: \S+){0,4} (?:terms|agreement|tos|licen[cs]e agreement|licen[cs]es|following licen[cs]es?|conditions|policy|eula|contract|dpa|waiver)\b|\b(?:terms|licen[cs]es?|agreement|eula|conditions)(?: \w+){0,3} not (?:yet )?(?:been )?(?:accepted|agreed|signed)\b|\bterms (?:of (?:service|use)|and conditions)\b|\b(?:e-?mail|phone|account|identity|sender|domain|business|address|number|organization|user)(?: \w+){0,3} (?:is |has |must |needs? |not |be |been |to )*(?:verified|confirmed|unverified|unconfirmed|verification required|not approved|approved|activated|vetted)\b|\bnot (?:a )?verified (?:sender|identity|domain|email|user|account|phone)\b|\b(?:verify|confirm) your (?:e-?mail|phone|account|domain)\b|\bverified sender\b/,
      not: /certificate|signature|\bjwt|token could|\bhuman|\bcaptcha|\bpeer|merchant approval for|not (?:a )?robot|\bcsrf|identity could not|credentials/,
      weight: 'suggests',
      says: 'the answer asks for terms or a verification of the account',
    },
    {
      is: /\b(?:enforces?|enforced|enforcement|enabled or enforced|requires?|required|must use)(?: \S+){0,5} (?:saml|sso|single sign-?on)\b|\b(?:saml|sso|single sign-?on)(?: \S+){0,5} (?:enforce[ds]?|enforcement|required|must|policy)\b/,
      weight: 'suggests',
      says: 'the answer names single sign-on enforcement',
    },
    {
      is: /\b(?:your|the|an?) (?:\w+ )?(?:administrator|admin|organi[sz]ation|enterprise|company|owner|it department|school|workspace)s? (?:has |have |does not |doesn't |hasn't |is |did not )(?:\w+ )?(?:blocked|disabled|restricted|allow(?:ed)?|prohibited|turned off|limited|prevented|approved|authori[sz]ed|permit(?:ted)?|configured)\b|\b(?:blocked|disabled|restricted|not (?:approved|allowed|authori[sz]ed|permitted|enabled)|disallowed)(?: \S+){0,2} (?:by|for) (?:your|the|an?|this) (?:\w+ )?(?:administrator|admin|organi[sz]ation|enterprise|company|owner|workspace|tenant)\b|\b(?:admin(?:istrator)?|owner) (?:approval|consent)\b|\bneeds? admin approval\b/,
      not: /\bwebsite|web site|web page|this page|\burl|category|internet|\bbrowse|administrator for|ip allow|api (?:is|has)|\bplan/,
      weight: 'suggests',
      says: 'the answer says that the organisation does not allow it',
    },
    {
      is: /\bexceeded quota: \S+ requested\b|\b(?:failed|exceeded|forbidden|violates)(?: \S+){0,3} (?:quota: \S+|podsecurity|pod security|limit ?range|admission)\b|\badmission webhook\b(?: \S+){0,8} denied\b|\bcompliance\b|\bsanction(?:s|ed)?\b|\bexport control\b|\blegal(?:ly)? (?:reasons?|order|restrict\w*|demand|request|block\w*)\b|\bcourt order\b|\bdmca\b|\btakedown\b|\bembargo/,
      not: /non-compliant for|compliance with (?:the )?format/,
      weight: 'suggests',
      says: 'the answer names a rule above the caller’s rights',
    },
    {
      is: /\b(?:deactivated|suspended|disabled|banned|closed|terminated|locked|restricted|blocked) (?:\w+ )?(?:account|organi[sz]ation|user|workspace|project|tenant|subscription|profile)\b|\b(?:item|file|document|record|thread|page|issue|repository|resource|object|topic|post|channel) (?:is |has been |was )?(?:locked|frozen|archived|quarantined|embargoed)\b|\b(?:repository|account|project|content|resource|organi[sz]ation|user) access (?:is |has been |was )?(?:blocked|suspended|disabled|revoked)\b/,
      not: /ip address|your ip|too many|used by a|\bfeature|\brate/,
      weight: 'suggests',
      says: 'the answer says that an account or object is blocked',
    },
    {
      is: /\b(?:banned|barred|blacklist(?:ed)?|blocklisted|suspended|deactivated|prohibited|restricted by)\b/,
      not: /\bip\b|\bnetwork|\brate|too many|\bcountry|\bregion|\brequest/,
      weight: 'hints',
      says: 'the answer speaks of a ban or restriction',
    },
    {
      is: /\b(?:immutable|retention|object lock|legal hold|deny assignment|admission ?policy|branch protection|protected branch|push rule|content policy|blocking policy|repository policy|network policy|security policy|session policy|condition failed|curation)\b|\b(?:due to|because of|by|per|under|according to|at least one|against|subject to|following)(?: \S+){0,4} polic(?:y|ies)\b|\bdoes not allow (?:updating|overwriting|redeploy\w*|version)\b|\bpolic(?:y|ies)(?: \S+){0,3} (?:returned|rejected|evaluation failed|forbids|blocks|blocked|violated|doesn't allow|does not allow)\b|\bblocked at the (?:organi[sz]ation|account|project|workspace) level\b|\bblocked for (?:this|your) (?:account|organi[sz]ation|project)\b/,
      not: /row-level|\bprox(?:y|ies)\b|no (?:identity|resource)-based|network policy|cross-origin|referr?er|\bcsp|content security policy|ip polic|\bcategor|url you|web ?page/,
      weight: 'suggests',
      says: 'the answer names a policy',
    },
    {
      is: /\b(?:user|account|customer|merchant|seller|profile|client)[ _-](?:is |has been |was )?(?:disabled?|locked|blocked|banned|suspended|inactive|deactivated|frozen|closed|opted out|deleted)\b|\baccount (?:\S+ ){0,8}has been deactivated\b|\baccount is not (?:fully )?(?:set up|active|activated|approved|verified|enabled)\b|\bnot (?:yet )?(?:been )?(?:approved|verified|reviewed|audited|vetted|whitelisted|allowlisted)\b|\b(?:unverified|unaudited|unapproved|unsubscribed|opted[- ]out|restricted action)\b|\bverification process\b|\b(?:required )?agreements?(?: is| are)? (?:missing|not accepted|required)\b|\baccept (?:the|this|these|our|all)(?: \S+){0,3} (?:rules|terms|conditions|agreement|licen[cs]e)\b|\brestricted to users within\b|\borg(?:anization)?[ _]internal\b|\bdeemed abusive\b|\brestriction violated\b|\b(?:can't|cannot|can not) (?:initiate conversation|send messages?|message) (?:to|with)\b|\b(?:is|are) (?:locked|being terminated)\b|\bread-?only mode\b/,
      not: /ip address|too many|\brate|\bfeature|temporarily|multiple authentication|failed login|\bcaptcha|certificate|clearance|\bscope/,
      weight: 'suggests',
      says: 'the answer says that the account or object is barred',
    },
    {
      is: /\b(?:basic|password|local|key[- ]based|shared[- ]key|legacy|username|e-?mail|api[- ]?key|token) (?:and password )?(?:auth(?:entication|ori[sz]ation)?|access|log-?in|sign-?in)\b(?: \S+){0,3} (?:disabled|switched off|turned off|not (?:enabled|permitted))\b/,
      not: /\bfeature|\bplan\b/,
      weight: 'suggests',
      says: 'the answer says that this way of logging in is switched off',
    },
    {
      is: /\bconditional access\b|\bforbids? (?:\w+ )?(?:access|the use|use|using|downloads?|uploads?|push\w*)\b|\beula\b|\b(?:recipient|destination|sender)s?\b(?: \S+){0,6} not (?:in|on) (?:the |an? |your )?(?:allowed|allow|white|approved)[ -]?list\b|\btoo similar to (?:an? )?(?:existing|other|another)\b|\bapprov(?:al|ing review)s? (?:is |are )?required\b|\brejected (?:the |this |your )?(?:\w+ )?(?:deployment|upload|push|artifact)\b/,
      not: /\brole|\bproxy|\bwebsite|\bscope/,
      weight: 'suggests',
      says: 'the answer names a rule that the content or the way must keep',
    },
    {
      is: /\b(?:action|operation|trading|withdrawals?|transfers?) (?:is |was |has been |are )?(?:temporarily )?blocked\b/,
      not: /firewall|security|\bwaf\b|\brequest|\bip\b|\bsite/,
      weight: 'suggests',
      says: 'the answer says that the account is barred from this',
    },
    {
      is: /\b(?:you|site|domain|login|access)\b(?: \S+){0,3} (?:is|are|was|were|has|have|been)(?: being| currently| temporarily| permanently| been)* (?:suspended|banned|deactivated|terminated|frozen|disabled by|under review|archived|read[- ]only)\b|\b(?:is|was|are|has been|have been) (?:\w+ly )?(?:suspended|banned|deactivated|terminated|frozen|indefinitely locked)\b|\b(?:account|user) (?:is )?(?:barred|not active|inactive)\b/,
      not: /\bips?\b|\brequest|\bhost\b|feature|\btokens?\b|\bsession|api[- ]?key|\bplan|\brate|subscription|too many|\bcluster|\bjob|\bprocess|\bpage|\bservice (?:is|has|was)/,
      weight: 'suggests',
      says: 'the answer says that the caller or the account is suspended',
    },
    {
      is: /\b(?:you|site|domain|login|access)\b(?: \S+){0,3} (?:is|are|was|were|has|have|been)(?: being| currently| temporarily| permanently| been)* (?:blocked|locked|restricted|flagged|disabled|removed)\b/,
      not: /ip address|your ip|too many|rate limit|\bcaptcha|\brequest|web ?site|\bsite\b|\bpage|firewall|security|shield/,
      weight: 'hints',
      says: 'the answer says that the caller is blocked',
    },
    {
      is: /\bpublic access\b(?: \S+){0,6} (?:not permitted|prevention|prevented|blocked|disabled|enforced)\b|\b(?:cannot|can't|not) (?:publish|push|deploy|write) over\b|\b(?:already|previously) (?:been )?published\b|\bprotected (?:branch|branches|tag|range|cell|environment)\b|\b(?:is|are) not permitted in (?:this |the )?(?:project|organi[sz]ation|workspace|namespace)\b|\badmin[ _]only[ _]operation\b|\bverified (?:primary )?e-?mail\b/,
      weight: 'suggests',
      says: 'the answer names a rule that stands above the caller',
    },
  ],
  judge: () => [],
  fixes: () => [
    {
      who: 'api-owner',
      text: 'find the policy that says no (organisation settings, service control policy, conditional access, account status) and change it or make an exception',
    },
    {
      who: 'caller',
      text: 'do what the answer asks for (authorise single sign-on, verify, accept terms), or ask the organisation’s administrator',
    },
  ],
};

export default cause;
