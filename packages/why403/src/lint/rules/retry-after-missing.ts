import { field, STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'retry-after-missing',
  title: 'A 429 does not say when to come back',
  level: 'warning',
  reference: rfc(6585, '4'),
  mend: 'Send Retry-After with the seconds to wait (RFC 9110 §10.2.3).',
  check({ status, exchange, case: c }) {
    if (status !== 429 || field(exchange, 'response', 'retry-after')) return [];
    const told = c.evidence.first('rate-limit')?.fact.reset !== undefined;
    return [
      told
        ? { says: 'The 429 has no Retry-After; only fields of its own tell the reset.', at: STATUS, level: 'note' }
        : { says: 'The 429 has no Retry-After and no other word on when to come back.', at: STATUS },
    ];
  },
};

export default rule;
