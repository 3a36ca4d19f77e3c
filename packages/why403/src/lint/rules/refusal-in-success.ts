import { STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'refusal-in-success',
  title: 'A refusal is told inside a successful status',
  level: 'warning',
  reference: rfc(9110, '15.3'),
  mend: 'Answer 401 or 403; caches, proxies, monitors and retrying clients read the status alone.',
  check({ status, case: c }) {
    if (status < 200 || status > 299) return [];
    const inside = c.evidence.first('inside');
    return inside
      ? [{ says: `The status is ${status}, and the body tells a refusal.`, at: inside.at[0] ?? STATUS }]
      : [];
  },
};

export default rule;
