import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'scope-missing',
  title: 'insufficient_scope does not say which scope',
  level: 'warning',
  reference: rfc(6750, '3.1'),
  mend: 'Add the scope attribute with the scopes that the request needs: error="insufficient_scope", scope="orders:write".',
  check: ({ case: c }) =>
    c.evidence
      .all('challenge')
      .flatMap(({ fact, at }) =>
        fact.params['error'] === 'insufficient_scope' && !fact.params['scope'] && at[0]
          ? [{ says: 'The challenge says insufficient_scope and names no scope.', at: at[0] }]
          : [],
      ),
};

export default rule;
