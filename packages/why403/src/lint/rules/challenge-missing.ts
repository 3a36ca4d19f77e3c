import { field, STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'challenge-missing',
  title: 'A 401 names no way to authenticate',
  level: 'error',
  reference: rfc(9110, '15.5.2'),
  mend: 'Send WWW-Authenticate with every 401, such as WWW-Authenticate: Bearer realm="api"; with a 407 Proxy-Authenticate.',
  check({ exchange, status }) {
    if (status === 401 && !field(exchange, 'response', 'www-authenticate'))
      return [{ says: 'The 401 has no WWW-Authenticate field, which it must have.', at: STATUS }];
    if (status === 407 && !field(exchange, 'response', 'proxy-authenticate'))
      return [
        {
          says: 'The 407 has no Proxy-Authenticate field, which it must have.',
          at: STATUS,
          reference: rfc(9110, '15.5.8'),
        },
      ];
    return [];
  },
};

export default rule;
