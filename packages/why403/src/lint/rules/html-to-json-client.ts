import { fields, isHtml, STATUS, wantsJson } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'html-to-json-client',
  title: 'A client that asked for JSON gets HTML',
  level: 'warning',
  reference: rfc(9110, '12.5.1'),
  mend: 'Answer refusals in the form that Accept names; application/problem+json fits all of them.',
  check: ({ exchange, refused }) =>
    refused && wantsJson(exchange) && isHtml(exchange)
      ? [
          {
            says: 'The client takes JSON and not HTML, and the refusal is an HTML page.',
            at: fields(exchange, 'response', 'content-type')[0]?.at ?? STATUS,
          },
        ]
      : [],
};

export default rule;
