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
  looksAt: 'client',
  turnedBy: {
    client: 'proves',
    connection: 'suggests',
    'cookie-absent': 'suggests',
    'cookie-other': 'hints',
    header: 'hints',
    path: 'doubts',
    method: 'doubts',
  },
  answers: { 'other-network': 0.12, 'worked-before': 0.3, 'in-browser': 0.92 },
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
