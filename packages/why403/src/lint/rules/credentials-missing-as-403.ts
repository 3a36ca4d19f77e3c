import { STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'credentials-missing-as-403',
  title: 'Missing credentials are told as a 403',
  level: 'error',
  reference: rfc(9110, '15.5.2'),
  mend: 'Answer 401 with WWW-Authenticate where credentials would help; 403 says that they would not.',
  check({ status, cause, probability, headersKnown, case: c }) {
    if (status !== 403 || cause !== 'credentials-missing' || probability < 0.9 || !headersKnown) return [];
    if (c.evidence.all('credential').length > 0) return [];
    return [{ says: 'No credentials came, and the answer is 403 instead of 401.', at: STATUS }];
  },
};

export default rule;
