import { bodyOf, inBody } from '../look.ts';
import type { Found, Rule } from '../model.ts';
import { rfc } from '../refer.ts';

const rule: Rule = {
  id: 'credentials-echoed',
  title: 'The answer gives back the credentials that were sent',
  level: 'error',
  reference: rfc(9110, '17.16.1'),
  mend: 'Name a credential by its kind or its last characters; answers end up in logs and tickets.',
  check({ exchange, response, case: c }) {
    const body = bodyOf(exchange);
    const found: Found[] = [];
    for (const { fact } of c.evidence.all('credential')) {
      const secret = fact.value.trim();
      // a short or plain word may stand in any body
      if (secret.length < 8 || !/[\d._~+/=-]/.test(secret)) continue;
      const at = body.indexOf(secret);
      if (at >= 0) {
        found.push({
          says: `The body gives back the ${fact.kind} credential of ${fact.name}.`,
          at: inBody(at, secret.length),
        });
        continue;
      }
      const index = response.headers.findIndex(
        ([name, value]) => !/^set-cookie$/i.test(name) && value.includes(secret),
      );
      const header = response.headers[index];
      if (header)
        found.push({
          says: `The field ${header[0]} gives back the ${fact.kind} credential of ${fact.name}.`,
          at: { part: 'response', in: 'header', header: header[0], index },
        });
    }
    return found;
  },
};

export default rule;
