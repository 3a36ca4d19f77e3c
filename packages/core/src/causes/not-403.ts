import { isStandard } from '../model/case.ts';
import type { Case, Cause, Claim } from '../model/cause.ts';
import { header } from '../model/http.ts';

/** What an answer is that refuses nobody, in a sentence. */
function instead(c: Case): string {
  const { status } = c;
  const to = c.exchange.response && header(c.exchange.response, 'location');
  if (status === 304) return 'not modified: the copy that you have is still good';
  if (status >= 300 && status < 400)
    return to ? `moved, not refused: the server sends you to ${to.slice(0, 120)}` : 'moved, not refused';
  if (status < 400) return 'the request was not refused';
  const told = ANSWERS[status];
  if (told) return told[0];
  if (status >= 500) return 'the server failed; access was not refused';
  return 'the server turned this down for a reason of its own, not for lack of access';
}

function adviceFor(status: number): string {
  if (status < 400)
    return status >= 300 ? 'follow the redirect (curl -L), or call the new URL' : 'nothing has to change';
  return (
    ANSWERS[status]?.[1] ??
    (status >= 500
      ? 'try again later; report it if it stays'
      : 'change what the answer names; nothing about access has to change')
  );
}

/** Per number: what it says, and what to do. RFC 9110, section 15.5, and RFC 6585. */
const ANSWERS: Readonly<Record<number, readonly [string, string]>> = {
  400: ['invalid request, not a refusal of access', 'correct what the answer names'],
  404: ['there is nothing under this path', 'check the path and the method'],
  406: ['no form of it fits the Accept headers', 'send Accept: */*'],
  408: ['the server gave up waiting for the request', 'try again'],
  409: ['conflict with the current state of the resource', 'load the current state, then send the change again'],
  410: ['what was here is gone', 'use another URL'],
  411: ['the server requires Content-Length', 'send Content-Length'],
  412: ['a precondition does not hold', 'load the current version and its ETag, then send the change again'],
  413: ['the request is too large', 'send less, or in parts'],
  414: ['the URL is too long', 'send the data in the body'],
  415: ['the content type is not supported', 'send the Content-Type that the API documents'],
  416: ['the range lies outside the file', 'correct the Range header'],
  422: ['invalid input, not a refusal of access', 'correct the fields that the answer names'],
  428: ['the server requires a precondition', 'send If-Match with the current ETag'],
  431: ['the headers are too large', 'send fewer or smaller cookies and headers'],
  503: ['the server is not available now; access was not refused', 'try again later'],
  504: ['the server behind the proxy did not answer in time', 'try again later'],
};

/** The first sentence of the answer's own, where it is short. */
function ownSentence(c: Case): string | undefined {
  const said = c.evidence.all('message').find(({ fact }) => fact.role !== 'code' && !isStandard(fact.text));
  const text = said?.fact.text.replace(/\s+/g, ' ').replaceAll('"', "'").trim();
  return text && text.length <= 120 ? text : undefined;
}

const cause: Cause = {
  id: 'not-403',
  group: 'not-403',
  title: 'not a refusal of access',
  explain:
    'Either nothing was refused, or another number tells what happened: 404 for something that is not there, 400 or 422 for a request that does not parse, 5xx for a server in trouble, a CORS failure that only the browser sees. 401 says that the server does not know who calls; 403 that it knows and refuses; 404 that there is nothing, or that it will not say.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'a status below 400 with no refusal inside',
      'status 404 without any sign of hiding',
      'a 5xx',
      'an answer that the browser alone withholds',
    ],
    against: ['words of refusal in the answer'],
  },
  settledBy: 'the exchange itself',
  rivals: ['object-hidden', 'origin-rejected'],
  otherMethod: true,
  guide: { confirm: 'named', 'ask-403-or-404': 'named' },
  references: [
    { title: 'RFC 9110, section 15: status codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' },
    { title: 'Fetch: the CORS protocol', url: 'https://fetch.spec.whatwg.org/#http-cors-protocol' },
  ],
  summary(c) {
    const cors = c.evidence.first('cors');
    if (c.status < 400 && cors?.fact.blocked)
      return 'the server answered; the browser withholds the answer because CORS headers are missing';
    const said = c.status < 400 ? undefined : ownSentence(c);
    return `${instead(c)}${said ? `: "${said}"` : ''}`;
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const cors = c.evidence.first('cors');
    if (c.status < 400 && cors?.fact.blocked)
      claims.push({ weight: 'suggests', says: 'the answer lacks the CORS header that the browser wants', at: cors.at });
    const inside = c.evidence.first('inside');
    if (inside)
      claims.push({ weight: 'doubts', says: 'the status is no refusal, but the answer is one', at: inside.at });
    if (c.status < 300 && !inside && !c.explained)
      claims.push({
        weight: 'suggests',
        says: 'the status says success, and nothing in the answer refuses',
        at: [{ part: 'response', in: 'status' }],
      });
    return claims;
  },
  fixes: (c) => [
    c.status < 400 && c.evidence.first('cors')?.fact.blocked
      ? {
          who: 'api-owner',
          text: 'answer with Access-Control-Allow-Origin for that origin (and Allow-Credentials where cookies are sent)',
        }
      : {
          who: 'caller',
          text: adviceFor(c.status),
        },
  ],
};

export default cause;
