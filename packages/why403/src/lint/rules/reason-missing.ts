import { STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'reason-missing',
  title: 'A refusal says nothing',
  level: 'note',
  reference: rfc(9110, '15.5'),
  mend: 'Send a short explanation: what was missing, who can mend it, and an id for the log.',
  check({ exchange, status, refused, response }) {
    if (!refused || status === 404 || exchange.request.method === 'HEAD') return [];
    if (exchange.gaps.some(({ code }) => code.startsWith('response-body'))) return [];
    // `Content-Length: 0` or an empty body that was seen to its end; a source without bodies says nothing
    const length = response.headers.find(([name]) => name.toLowerCase() === 'content-length')?.[1];
    const empty = response.body ? response.body.text.trim() === '' && !response.body.cutFrom : length === '0';
    return empty ? [{ says: `The ${status} has no body that explains it.`, at: STATUS }] : [];
  },
};

export default rule;
