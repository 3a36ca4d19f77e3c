import { REQUEST } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';
import { inQuotes } from '../model/unseen.ts';

const TAKES =
  /\bonly (?:accepts?|supports?|allows?|takes?) (?:http )?((?:get|post|put|patch|delete|head|options)(?:(?:, | and | or |\/)(?:get|post|put|patch|delete|head|options)){0,5})\b/i;

const cause: Cause = {
  id: 'method-refused',
  group: 'request',
  title: 'this method is refused here',
  explain:
    'The path exists and another method passes; this one is refused, by a rule of a server, CDN or gateway, or because the handler is read-only. The right answer is 405 with an Allow header.',
  who: ['server-admin', 'caller', 'api-owner'],
  signs: {
    for: [
      'the answer speaks of the method, or of read-only',
      'Allow lacks it',
      'GET on the same path passes without further credentials',
    ],
    against: ['GET is refused alike'],
  },
  settledBy: 'another method passes; Allow in the answer to OPTIONS',
  statuses: [405, 501],
  rivals: ['csrf-missing', 'role-missing', 'server-rule', 'content-rejected'],
  otherMethod: true,
  turnedBy: {
    'method-of-unknown-caller': 'suggests',
    'method-of-known-caller': 'hints',
    'write-without-form-token': 'hints',
    'described-method': 'suggests',
  },
  answers: { 'worked-before': 0.04 },
  references: [
    {
      title: 'RFC 9110, section 15.5.6: 405 Method Not Allowed',
      url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6',
    },
  ],
  summary: (c) => `${c.method} is refused on this path`,
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const allow = c.evidence.first('allow');
    if (allow && !allow.fact.methods.includes(c.method))
      claims.push({ weight: 'suggests', says: `Allow does not list ${c.method}`, at: allow.at });
    if (allow?.fact.methods.includes(c.method))
      claims.push({ weight: 'doubts', says: `Allow lists ${c.method}`, at: allow.at });
    for (const { fact, at } of c.evidence.all('message')) {
      const named = TAKES.exec(fact.text.slice(0, 1000))?.[1];
      if (named && !named.toUpperCase().includes(c.method))
        claims.push({
          weight: 'proves',
          says: `the answer takes ${inQuotes(named)} alone, and ${c.method} was sent`,
          at,
        });
    }
    if (c.method === 'GET')
      claims.push({ weight: 'doubts', says: 'GET is refused by method rules least of all', at: REQUEST });
    if (/^(?:TRACE|TRACK|PROPFIND|PROPPATCH|MKCOL|COPY|MOVE|LOCK|UNLOCK|REPORT|PURGE|DEBUG)$/.test(c.method))
      claims.push({ weight: 'suggests', says: `${c.method} is switched off on most servers`, at: REQUEST });
    else if (/^(?:PUT|DELETE|PATCH)$/.test(c.method))
      claims.push({ weight: 'hints', says: `many servers and filters refuse ${c.method}`, at: REQUEST });
    return claims;
  },
  fixes: (c) => [
    {
      who: 'server-admin',
      text: `allow ${c.method} on this path alone (limit_except, <LimitExcept>, Require method, the CDN’s or gateway’s allowed methods), or answer 405 with Allow`,
    },
    {
      who: 'caller',
      text: 'use the method that the documentation gives for this path; the Allow header of an OPTIONS answer lists them',
    },
  ],
};

export default cause;
