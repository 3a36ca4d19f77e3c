import type { Evidence, Reader } from '../model/evidence.ts';
import { wholeOf } from '../model/http.ts';

// `error` and `error_description` of a Bearer challenge (RFC 6750 §3) speak like any other message.
const reader: Reader = {
  id: 'challenge-words',
  after: ['challenges'],
  read(exchange, soFar) {
    const found: Evidence<'message'>[] = [];
    for (const { fact, at } of soFar.all('challenge')) {
      for (const name of ['error', 'error_description', 'realm', 'cause']) {
        const text = fact.params[name];
        if (!text || (name === 'realm' && !/\s\S+\s/.test(text))) continue;
        const span = at[0]!;
        const start = wholeOf(exchange, span).indexOf(text);
        found.push({
          kind: 'message',
          fact: { text, role: /\s/.test(text) ? 'header' : 'code', field: `www-authenticate ${name}` },
          at: [start < 0 ? span : { ...span, start, end: start + text.length }],
          by: 'challenge-words',
        });
      }
    }
    return found;
  },
};

export default reader;
