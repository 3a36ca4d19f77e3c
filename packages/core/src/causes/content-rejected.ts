import { bare } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const SUSPICIOUS =
  /(?:\.\.(?:\/|%2f)|%2e%2e|<script|%3cscript|\bunion(?:\s|\+|%20)+(?:all(?:\s|\+|%20)+)?select\b|\bor(?:\s|\+|%20)+1(?:\s|%20)*=|'(?:\s|\+|%20)*or(?:\s|\+|%20)*'|\/etc\/passwd|\bselect\b[^\n]{1,60}\bfrom\b|\bdrop(?:\s|\+|%20)+table\b|javascript:|onerror=|\$\{jndi:|\beval\(|base64_decode|%00|;\s?cat\s|\bwget\s|\bcurl\s|<\?php|\bxp_cmdshell)/i;

const cause: Cause = {
  id: 'content-rejected',
  group: 'request',
  title: 'a filter disliked the content',
  explain:
    'A web application firewall or request filter matched something in the path, the query, a header or the body and refused the request, whoever sent it. Ordinary text can do it: SQL words, ../, HTML, long base64.',
  who: ['server-admin', 'caller', 'api-owner'],
  signs: {
    for: [
      'a block page with an incident, support or reference number',
      'the answer speaks of security rules, attack or malicious content',
      'the same request with a neutral payload passes',
    ],
    against: ['an empty request to the same path is refused alike'],
  },
  settledBy: 'the request passes when the matching part is replaced by a neutral one; shrunk to that part',
  rivals: ['client-refused', 'ip-refused', 'server-rule'],
  references: [
    {
      title: 'OWASP Core Rule Set: false positives and tuning',
      url: 'https://coreruleset.org/docs/concepts/false_positives_tuning/',
    },
  ],
  summary: () => 'a filter matched something in the content of the request',
  phrases: [
    {
      is: /\b(?:request|input|payload|content|message) (?:looks?|seems?|appears?) (?:to be )?(?:malicious|suspicious|dangerous|harmful|like an attack)\b/,
      weight: 'suggests',
      says: 'the answer calls the request suspicious',
    },
    {
      is: /\b(?:mod_?security|web application firewall|waf\b|website firewall|request filtering|security solution|application firewall|naxsi|intrusion prevention)\b|\b(?:malicious|suspicious|dangerous|harmful|unsafe|hazardous)(?: \w+){0,2} (?:requests?|content|activity|input|payload|characters?|data|traffic|code|url|path|query|string|file|behaviou?r)\b|\b(?:sql|command|code|script|xss|html|header|lfi|rfi|path)[ -](?:injection|traversal)\b|\bcross-site scripting\b|\b(?:attack|exploit|hack(?:ing)?)(?: \w+){0,2} (?:detected|attempt|pattern|signature|blocked)\b|\bpotentially (?:dangerous|malicious|harmful)\b|\btriggered (?:the|a|our) security\b|\bthreat (?:detected|protection|blocked)\b/,
      not: /dns rebinding|bot |automated|cross-site request/,
      weight: 'suggests',
      says: 'the answer speaks of a security filter',
    },
    {
      is: /\b(?:requests?|url|query|payload|input|submission|upload|content|file|body|header|parameter|path|message|prompt|image|text|access)\b(?: \S+){0,4} (?:was|is|has been|were|been|are|contains?)? ?(?:blocked|rejected|filtered|denied|stopped|refused|flagged)(?: \S+){0,4} (?:by|due to|because of|for|as)(?: \S+){0,4} (?:security|firewall|filter|rules?|protection|safety|moderation|content|malicious|suspicious|inappropriate|violat\w+|spam|administrator)\b|\brequest rejected\b|\b(?:incident|support|event|attack|block) id\b|\byour support id\b|\brejected url\b|\brequest was blocked\b|\brequest blocked\b/,
      not: /ip address|your ip|\bcountry|\bcategor|user[- ]agent|bot\b|automated|\brate|admin rules/,
      weight: 'hints',
      says: 'the answer reads like a block page',
    },
    {
      is: /\b(?:file|content|mime|media|extension|attachment|upload)(?: \w+){0,2} (?:type|extension|format)s?(?: \S+){0,4} (?:not (?:allowed|permitted|supported|accepted)|forbidden|blocked|disallowed|denied)\b|\b(?:illegal|invalid|disallowed|forbidden|non[- ]printable|not allowed|unsafe) (?:\w+ )?(?:characters?|character sequence|url|path|string)\b|\b(?:contained|contains?|containing) (?:a )?(?:potentially|illegal|invalid|malicious|disallowed|forbidden|encoded)\b|\bcontent (?:filter|moderation|policy violation|was flagged|management policy)\b|\b(?:too (?:large|long)|exceeds the (?:maximum|allowed|size)|size limit)\b|\bspam\b|\bprofanity\b|\bblacklisted (?:word|content|url|link)\b|\bcertain word or phrase\b|\bmalformed data\b/,
      not: /\btoken|header format|authorization|credential|\brate|\bkey|\borigin/,
      weight: 'suggests',
      says: 'the answer dislikes what was sent',
    },
    {
      is: /\b(?:blocked|stopped|rejected|refused|denied|intercepted) (?:your|this|the) (?:request|access|action|upload|submission)\b|\b(?:your|this|the|requested)(?: \w+)? (?:request|url|action|submission|upload|message|input|prompt|content|text|image)s? (?:was|has been|is|were|are) (?:blocked|rejected|flagged|denied|intercepted|refused|not acceptable|filtered)\b|\brequest rejected\b|\b(?:web ?page|page|request) blocked\b|\b(?:potential|possible) (?:threats?|attack)\b|\bunsafe operation\b|\bsecurity (?:rules?|violation|rejection|incident)\b|\b(?:unauthori[sz]ed|suspicious|malicious|abnormal) (?:activity|request|behaviou?r)\b|\bonline attacks\b|\battack (?:id|detected|blocked)\b|\b(?:wasn't|was not|not) appropriate\b|\bduplicate (?:content|post|message)\b|\bmoderation\b|\bsomething in the url\b|\b(?:firewall|waf|ids|ips)\b(?: \S+){0,3} (?:alert|block|blocked|rule|denied)\b|\brequired? support id\b|\b(?:too many|exceeded)(?: \S+){0,3} (?:parameters|fields|headers)\b|\brequest url is forbidden\b|\bforbidden url\b/,
      not: /resource owner|authorization server|permission|ip address|your ip|\bcountry|\bcategor|user[- ]agent|bot\b|automated|\brate|\bpolicy|\bwebsite|web ?site|web page|\blogin|not acceptable!? an|\bnetwork|\bprivoxy|clients?|location|\bquota/,
      weight: 'suggests',
      says: 'the answer reads like the block page of a filter',
    },
  ],
  judge(c) {
    const { request } = c.exchange;
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const url = SUSPICIOUS.exec(request.url.slice(0, 8000));
    if (url)
      claims.push({
        weight: 'hints',
        says: 'the URL holds what filters look for',
        at: [{ part: 'request', in: 'url', start: url.index, end: url.index + url[0].length }],
      });
    const text = request.body?.text.slice(0, 65_536) ?? '';
    const body = SUSPICIOUS.exec(text);
    if (body)
      claims.push({
        weight: 'hints',
        says: 'the body holds what filters look for',
        at: [{ part: 'request', in: 'body', start: body.index, end: body.index + body[0].length }],
      });
    const size = text.length || Number(request.headers.find(([n]) => n.toLowerCase() === 'content-length')?.[1] ?? 0);
    const edge = c.evidence.all('product').some(({ fact }) => fact.role === 'waf' || fact.role === 'cdn');
    if (edge && !c.safe && size > 0)
      claims.push({
        weight: 'hints',
        says: 'a body was sent through a filtering edge',
        at: [{ part: 'request', in: 'method' }],
      });
    if (!edge && !c.safe && c.method !== 'request' && bare(c) && (size > 0 || c.method === 'POST'))
      claims.push({
        weight: 'hints',
        says: 'a request with a body was refused without a reason',
        at: [{ part: 'request', in: 'method' }],
      });
    if (!c.safe && size > 8192)
      claims.push({ weight: 'hints', says: 'a large body was sent', at: [{ part: 'request', in: 'method' }] });
    if (c.safe && !request.body && !/[?%]/.test(request.url))
      claims.push({ weight: 'doubts', says: 'no query and no body for a filter to match', at: [] });
    return claims;
  },
  fixes: () => [
    {
      who: 'server-admin',
      text: 'look the incident up in the filter’s log by its id and time, and except this rule for this path or field; do not switch the filter off',
    },
    {
      who: 'caller',
      text: 'find the part that is disliked (halve the body until it passes) and encode or reword it; report the false positive with the incident id',
    },
  ],
};

export default cause;
