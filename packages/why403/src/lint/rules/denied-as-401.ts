import { STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const DENIED = new Set(['scope-insufficient', 'role-missing', 'not-owner', 'policy-denied', 'feature-unavailable']);

const rule: Rule = {
  id: 'denied-as-401',
  title: 'A caller who is known and not allowed gets a 401',
  level: 'warning',
  reference: rfc(9110, '15.5.4'),
  mend: 'Answer 403: after a 401 clients drop their token, log in again and come back with the same rights.',
  check: ({ status, cause, probability, case: c }) =>
    status === 401 && DENIED.has(cause) && probability >= 0.9 && c.evidence.all('credential').length > 0
      ? [{ says: `The credentials were accepted and lack the right (${cause}), and the answer is 401.`, at: STATUS }]
      : [],
};

export default rule;
