import type { Reader } from '../model/evidence.ts';
import { BODY_LIMIT, headersOf } from '../model/http.ts';

const LOGIN =
  /(?:log|sign)[-_]?(?:in|on)\b|\bsso\b|\bauth(?:orize|enticate)?\b|\/oauth2?\/|\bcas\/login|saml|accounts\.google|openid|returnurl=|[?&](?:next|return_?to|redirect_?uri|rurl|continue)=/i;

const reader: Reader = {
  id: 'login',
  read(exchange) {
    const { response } = exchange;
    if (!response) return [];
    if (response.status >= 300 && response.status < 400) {
      const to = headersOf(exchange, 'response', 'location')[0];
      return to && LOGIN.test(to.value)
        ? [{ kind: 'login', fact: { how: 'redirect', to: to.value }, at: [to.span], by: 'login' }]
        : [];
    }
    const body = response.body?.text.slice(0, BODY_LIMIT) ?? '';
    const field = /<input[^>]{0,300}type=["']?password/i.exec(body);
    return field
      ? [
          {
            kind: 'login',
            fact: { how: 'form' },
            at: [{ part: 'response', in: 'body', start: field.index, end: field.index + field[0].length }],
            by: 'login',
          },
        ]
      : [];
  },
};

export default reader;
