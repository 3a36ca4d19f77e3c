import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'challenge-unreadable',
  title: 'A challenge cannot be read by clients',
  level: 'warning',
  reference: rfc(9110, '11.6.1'),
  mend: 'Write the scheme first, then its parameters as name="value", separated by commas.',
  check: ({ case: c }) =>
    c.evidence.all('challenge').flatMap(({ fact, at }) => {
      const place = at[0];
      if (!place) return [];
      if (fact.scheme === '') return [{ says: 'The challenge has parameters and no scheme before them.', at: place }];
      if (/^basic$/i.test(fact.scheme) && fact.params['realm'] === undefined)
        return [
          { says: 'The Basic challenge has no realm, which it must have.', at: place, reference: rfc(7617, '2') },
        ];
      return [];
    }),
};

export default rule;
