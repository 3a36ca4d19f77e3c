import { roles } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const cause: Cause = {
  id: 'client-refused',
  group: 'network',
  title: 'this kind of client is refused',
  explain:
    'The server or an edge before it takes the client for a bot or for a program that it does not want: by User-Agent, missing browser headers, TLS or HTTP fingerprint, or because a challenge page was not solved. A browser on the same network gets through.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'a challenge or captcha page',
      'the answer speaks of bots, browsers or the User-Agent',
      'a library’s User-Agent, or none, through a CDN',
    ],
    against: ['a browser is refused alike'],
  },
  settledBy: 'the request passes with a browser’s headers; a challenge page',
  rivals: ['ip-refused', 'content-rejected', 'rate-limited'],
  references: [
    { title: 'RFC 9110, section 10.1.5: User-Agent', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-10.1.5' },
  ],
  summary(c) {
    const agent = c.evidence.first('user-agent')?.fact;
    return c.evidence.first('challenge-page')
      ? 'the answer is a page that a browser has to solve'
      : agent?.kind === 'library' || agent?.kind === 'bot'
        ? 'this User-Agent is refused'
        : 'this kind of client is refused';
  },
  phrases: [
    {
      is: /\benable (?:javascript|cookies)(?: and (?:javascript|cookies))? to (?:continue|proceed|view|get past)\b/,
      weight: 'suggests',
      says: 'the answer wants a browser that runs scripts',
    },
    {
      is: /\buser[- _]?agents?\b/,
      not: /contact .{0,40} user-agent: info|must be set to identify/,
      weight: 'suggests',
      says: 'the answer speaks of the User-Agent',
    },
    {
      is: /\b(?:bots?|robots?|crawlers?|spiders?|scrap(?:er|ers|ing)|automated (?:access|requests?|queries|traffic|tools?|software|means|scripts?)|automation|non-?human|headless|fingerprint)\b(?: \S+){0,8} (?:not allowed|blocked|denied|detected|detection|forbidden|prohibited|banned|protection|not permitted|disallowed|suspected|policy)\b|\b(?:blocked|detected|prevent|suspicious|suspected|unusual|against|like an?|not an?|are you an?|no|malicious|automated|confirm you(?:'re| are) not an?|protect\w*(?: \w+){0,2} from)(?: \w+){0,3} (?:bots?|robots?|crawlers?|scrap(?:er|ers|ing)|automat\w+|traffic from your)\b|\bunusual (?:traffic|activity)\b/,
      not: /bot token|telegram|robot account|discord bot|bot was|bot is not|bots (?:cannot|can't|can not)|bot can't|as a bot/,
      weight: 'suggests',
      says: 'the answer speaks of bots',
    },
    {
      is: /\bcaptcha\b|\b(?:verify|confirm|prove|checking|verifying)(?: \w+){0,4} (?:human|browser|not a (?:bot|robot))\b|\bjust a moment\b|\benable (?:javascript|cookies|js)\b|\bjavascript (?:is |and cookies )?(?:required|disabled|to continue)\b|\bchecking your browser\b|\bsecurity (?:check|verification|challenge)\b|\bbrowser (?:check|integrity|verification|is not supported|not supported)\b|\b(?:unsupported|outdated|old|update your|upgrade your|supported) browser\b|\baccess to this page has been denied\b/,
      not: /captcha[ _]challenge|login-url|failed logins?/,
      weight: 'suggests',
      says: 'the answer wants a browser',
    },
    {
      is: /\b(?:client|app|application|android client|ios client)(?: \w+){0,3} (?:version|application) (?:\S+ ){0,4}(?:not supported|unsupported|outdated|blocked|too old|is no longer|are blocked)\b|\b(?:unsupported|outdated|blocked) client\b|\b(?:unknown|invalid) client (?:version|application|software)\b|\brequests from this (?:android|ios) client application\b|\bidentify yourself\b|\bdeclare your\b|\bplease use (?:the|our) (?:official )?(?:api|app|client)\b|\b(?:web ?view|embedded browser)\b|\bdisallowed useragent\b/,
      not: /client (?:id|secret|credentials|authentication|authenticator|assertion)\b/,
      weight: 'suggests',
      says: 'the answer speaks of the client program',
    },
    {
      is: /\bautomated\b|\bundeclared\b|\bhuman verification\b|\bnot a bot\b|\b(?:are|is|were|was) a bot\b|\bpardon our interruption\b|\b(?:security|browser|bot) (?:checkpoint|challenge|shield|check)\b|\bprotected by (?:anubis|\w+ bot)|\b(?:request|connection|browser|visit) is being (?:verified|checked)\b|\bone moment,? please\b|\bapp ?(?:check|attestation)\b|\bidentification of your application\b|\benable cookies\b|\bestablishing a secure connection\b|\bclient (?:version|application) (?:is )?(?:not supported|too old|blocked)\b/,
      not: /bot token|bot was|bot can|as a bot|telegram|whitelisted/,
      weight: 'suggests',
      says: 'the answer wants a person at a browser',
    },
  ],
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const page = c.evidence.first('challenge-page');
    if (page) claims.push({ weight: 'suggests', says: 'the answer is a challenge page', at: page.at });
    const agent = c.evidence.first('user-agent');
    const edge = roles(c, 'cdn', 'waf').length > 0;
    if (agent && c.headersKnown) {
      const { kind } = agent.fact;
      if (kind === 'bot' || (edge && (kind === 'library' || kind === 'none')))
        claims.push({
          weight: 'hints',
          says: kind === 'none' ? 'no User-Agent was sent' : `the User-Agent is that of a ${kind}`,
          at: agent.at,
        });
      // every HTTP/1.1 request has a Host (RFC 9112 §3.2): a list without it is not the whole
      else if (kind === 'none' && c.exchange.request.headers.some(([n]) => /^(?:host|:authority)$/i.test(n)))
        claims.push({ weight: 'hints', says: 'no User-Agent was sent', at: agent.at });
    }
    if (
      /^(?:python-urllib|python-requests|libwww|java\/|go-http-client|scrapy|wget)/i.test(agent?.fact.value ?? '') &&
      !edge
    )
      claims.push({ weight: 'hints', says: 'a User-Agent that many servers refuse', at: agent!.at });
    return claims;
  },
  fixes: () => [
    {
      who: 'caller',
      text: 'send a User-Agent that says who you are, as the service’s rules ask; where it offers an API, use that; ask its owner to allow your client',
    },
    { who: 'api-owner', text: 'except this client or path from bot protection (API paths, webhooks, health checks)' },
  ],
};

export default cause;
