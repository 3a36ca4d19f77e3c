import { STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'rate-limit-as-403',
  title: 'A rate limit is told as a refusal',
  level: 'error',
  reference: rfc(6585, '4'),
  mend: 'Answer 429 with Retry-After; clients give up on a 403 and wait on a 429.',
  check: ({ status, cause, probability }) =>
    (status === 403 || status === 401) && cause === 'rate-limited' && probability >= 0.7
      ? [{ says: `A rate limit answers ${status} instead of 429.`, at: STATUS }]
      : [],
};

export default rule;
