import { fields, STATUS } from '../look.ts';
import type { Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'allow-missing',
  title: 'A 405 does not say which methods are allowed',
  level: 'error',
  reference: rfc(9110, '15.5.6'),
  mend: 'Send Allow with the methods that this resource takes, and leave the refused one out.',
  check({ exchange, status }) {
    if (status !== 405) return [];
    const allow = fields(exchange, 'response', 'allow')[0];
    if (!allow) return [{ says: 'The 405 has no Allow field, which it must have.', at: STATUS }];
    const methods = allow.value.split(',', 40).map((method) => method.trim());
    return methods.includes(exchange.request.method)
      ? [{ says: `Allow lists ${exchange.request.method}, which was just refused.`, at: allow.at }]
      : [];
  },
};

export default rule;
