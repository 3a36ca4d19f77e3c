import type { Cause, Claim } from '../model/cause.ts';

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
  references: [
    { title: 'RFC 9110, section 15: status codes', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15' },
    { title: 'Fetch: the CORS protocol', url: 'https://fetch.spec.whatwg.org/#http-cors-protocol' },
  ],
  summary(c) {
    const cors = c.evidence.first('cors');
    if (c.status < 400 && cors?.fact.blocked)
      return 'the server answered; the browser withholds the answer because CORS headers are missing';
    if (c.status < 400) return 'the request was not refused';
    return c.status === 404
      ? 'there is nothing under this path'
      : `the answer is ${c.status}, which is not a refusal of access`;
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const cors = c.evidence.first('cors');
    if (c.status < 400 && cors?.fact.blocked)
      claims.push({ weight: 'suggests', says: 'the answer lacks the CORS header that the browser wants', at: cors.at });
    const inside = c.evidence.first('inside');
    if (inside) claims.push({ weight: 'doubts', says: 'the answer refuses inside a successful status', at: inside.at });
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
          text:
            c.status === 404
              ? 'check the path and the method'
              : 'mend what the answer names; nothing about access has to change',
        },
  ],
};

export default cause;
