import { cacheControl, field, fields, STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'cacheable-refusal',
  title: 'Caches may keep the refusal and give it to others, or to the caller once allowed',
  level: 'warning',
  reference: rfc(9111, '3'),
  mend: 'Send Cache-Control: no-store with refusals.',
  check({ exchange, status, case: c }) {
    if (![401, 403, 404, 407, 429].includes(status)) return [];
    const control = cacheControl(exchange);
    if (control.has('no-store') || control.has('private') || control.has('no-cache')) return [];
    const at = fields(exchange, 'response', 'cache-control')[0]?.at ?? STATUS;
    const age = Number(control.get('s-maxage') ?? control.get('max-age') ?? Number.NaN);
    const expires = Date.parse(field(exchange, 'response', 'expires'));
    const date = Date.parse(field(exchange, 'response', 'date'));
    const fresh = age > 0 || (Number.isNaN(age) && expires > date);
    const what = status === 404 ? 'This 404' : `This ${status}`;
    if (status === 429 && fresh)
      return [
        {
          says: 'This 429 is cacheable, and a cache must not store a 429.',
          at,
          level: 'error',
          reference: rfc(6585, '4'),
        },
      ];
    if (fresh || control.has('public')) {
      if (status === 404 && c.evidence.all('credential').length === 0) return [];
      const how = fresh ? (age > 0 ? `for ${age} seconds` : 'until its Expires') : 'as public';
      return [{ says: `${what} may be kept by caches ${how}.`, at }];
    }
    return [];
  },
};

export default rule;
