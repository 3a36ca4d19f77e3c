import { field, fields, jsonBody, STATUS } from '../look.ts';
import type { Found, Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'problem-type',
  title: 'Problem details with another content type or status',
  level: 'warning',
  reference: rfc(9457, '3'),
  mend: 'Send problem details as application/problem+json, with the status of the answer in their status member.',
  check({ exchange, status }) {
    if (status < 400) return [];
    const type = field(exchange, 'response', 'content-type');
    const at = fields(exchange, 'response', 'content-type')[0]?.at ?? STATUS;
    const json = jsonBody(exchange);
    const problem = /^\s{0,5}application\/problem\+json\b/i.test(type);
    const found: Found[] = [];
    if (problem && !json && exchange.response?.body?.text && exchange.response.body.cutFrom === undefined)
      found.push({ says: 'The content type says problem details, and the body is no JSON object.', at });
    if (json && !problem && isProblem(json))
      found.push({ says: `The body is problem details, and the content type is ${type || 'missing'}.`, at });
    const told = json?.['status'];
    if (json && (problem || isProblem(json)) && typeof told === 'number' && told !== status)
      found.push({
        says: `The problem details say status ${told}, and the answer has ${status}.`,
        at: STATUS,
        reference: rfc(9457, '3.1.2'),
      });
    return found;
  },
};

/** `type`, `title` and `status` or `detail` together are the words of RFC 9457, and of nothing else. */
function isProblem(json: Readonly<Record<string, unknown>>): boolean {
  const { type, title, status, detail } = json;
  return (
    typeof title === 'string' &&
    typeof type === 'string' &&
    /^(?:about:blank|https?:|\/|urn:|tag:)/.test(type) &&
    (typeof status === 'number' || typeof detail === 'string')
  );
}

export default rule;
