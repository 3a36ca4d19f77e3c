import { bodyOf, fields, inBody } from '../look.ts';
import type { Found, Rule } from '../model.ts';
import { rfc } from '../refer.ts';

// HTTP/1.1 in Via is the version of the protocol, not of a product
const VERSION = /(?!HTTP\/)\b[A-Za-z][\w.+-]{1,40}\/\d{1,4}\.\d{1,6}[\w.+-]{0,30}/;
const IN_BODY =
  /\b(?:nginx|openresty|Apache|Apache Tomcat|lighttpd|Microsoft-IIS|PHP|Jetty|gunicorn|Werkzeug|squid|WildFly|WebLogic|ASP\.NET Version|Express|Django Version|Python Version)[/: ] ?v?\d{1,4}\.\d{1,6}[\w.-]{0,30}/;

const rule: Rule = {
  id: 'version-leaked',
  title: 'The answer tells the version of a product',
  level: 'note',
  reference: rfc(9110, '17.12'),
  mend: 'nginx: server_tokens off. Apache: ServerTokens Prod and ServerSignature Off. PHP: expose_php = Off. Express: app.disable("x-powered-by").',
  check({ exchange, refused }) {
    if (!refused) return [];
    const found: Found[] = [];
    for (const name of ['server', 'x-powered-by', 'via', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-generator'])
      for (const { value, at } of fields(exchange, 'response', name)) {
        const match = (name.startsWith('x-asp') ? /\d{1,4}\.\d[\w.]{0,30}/ : VERSION).exec(value.slice(0, 500));
        if (match)
          found.push({
            says: `${at.header} tells a version.`,
            at: { ...at, start: match.index, end: match.index + match[0].length },
          });
      }
    const match = IN_BODY.exec(bodyOf(exchange));
    if (match)
      found.push({ says: 'The body tells the version of a product.', at: inBody(match.index, match[0].length) });
    return found;
  },
};

export default rule;
