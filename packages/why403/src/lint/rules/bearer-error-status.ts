import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

// The status that belongs to each error code.
const BELONGS: Readonly<Record<string, number>> = { invalid_request: 400, invalid_token: 401, insufficient_scope: 403 };

const rule: Rule = {
  id: 'bearer-error-status',
  title: 'The Bearer error and the status contradict each other',
  level: 'warning',
  reference: rfc(6750, '3.1'),
  mend: 'invalid_request goes with 400, invalid_token with 401, insufficient_scope with 403; a request without a token gets no error code.',
  check: ({ case: c, status, headersKnown }) =>
    c.evidence.all('challenge').flatMap(({ fact, at }) => {
      const error = fact.params['error'];
      const place = at[0];
      if (!error || !place || !/^(?:bearer|dpop)$/i.test(fact.scheme)) return [];
      const belongs = BELONGS[error];
      if (belongs !== undefined && belongs !== status)
        return [
          { says: `The challenge says ${error}, which goes with ${belongs}, and the status is ${status}.`, at: place },
        ];
      if (headersKnown && c.evidence.all('credential').length === 0)
        return [
          {
            says: `No token came, and the challenge carries the error code ${error}.`,
            at: place,
            level: 'note' as const,
          },
        ];
      return [];
    }),
};

export default rule;
