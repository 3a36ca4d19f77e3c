import { field, STATUS } from '../look.ts';
import type { Rule } from '../model.ts';

const rule: Rule = {
  id: 'cors-hides-refusal',
  title: 'A page of another origin cannot see why it was refused',
  level: 'note',
  reference: { title: 'Fetch §3.3.2', url: 'https://fetch.spec.whatwg.org/#http-responses' },
  mend: 'Add Access-Control-Allow-Origin to refusals too where other origins are meant to call; many frameworks add it to successes alone.',
  check({ exchange, refused, case: c }) {
    const origin = c.evidence.first('origin');
    if (!refused || !origin?.fact.cross || !field(exchange, 'request', 'origin')) return [];
    if (field(exchange, 'request', 'sec-fetch-mode') !== 'cors') return [];
    return field(exchange, 'response', 'access-control-allow-origin')
      ? []
      : [
          {
            says: 'The refusal has no Access-Control-Allow-Origin: the page sees a network error in its place.',
            at: STATUS,
          },
        ];
  },
};

export default rule;
