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
  looksAt: 'content',
  turnedBy: {
    'attack-like': 'proves',
    body: 'suggests',
    content: 'suggests',
    'media-type': 'suggests',
    parameter: 'hints',
    header: 'hints',
    'cookie-other': 'hints',
    'another-operation': 'doubts',
  },
  answers: { 'in-browser': 0.4 },
  guide: { 'ask-upload': 'named' },
  references: [
    {
      title: 'OWASP Core Rule Set: false positives and tuning',
      url: 'https://coreruleset.org/docs/concepts/false_positives_tuning/',
    },
  ],
  summary: () => 'a filter matched something in the content of the request',
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
