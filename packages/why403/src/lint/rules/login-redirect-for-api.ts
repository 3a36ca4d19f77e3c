import { STATUS, wantsJson } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'login-redirect-for-api',
  title: 'A program is sent to a login page',
  level: 'warning',
  reference: rfc(9110, '15.5.2'),
  mend: 'Answer 401 with a challenge to clients that do not take HTML; a redirect to a form is for browsers.',
  check({ status, exchange, case: c }) {
    const login = c.evidence.first('login');
    if (login?.fact.how !== 'redirect' || status < 300 || status > 399 || !wantsJson(exchange)) return [];
    return [
      { says: 'The client takes JSON and not HTML, and is redirected to a login page.', at: login.at[0] ?? STATUS },
    ];
  },
};

export default rule;
