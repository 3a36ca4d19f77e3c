import type { Evidence, Reader } from '../model/evidence.ts';
import { header } from '../model/http.ts';

const CODE =
  /^(?:unauthenticated|unauthori[sz]ed|forbidden|access[_ -]?denied|permission[_ -]?denied|not[_ -]?authori[sz]ed|not[_ -]?authed|invalid[_ -]?auth|token[_ -]?(?:expired|revoked)|account[_ -]?inactive|missing[_ -]?scope|no[_ -]?permission|insufficient[_ -]?scope|invalid[_ -]?token|login[_ -]?required|not[_ -]?allowed|unauthorised|authentication[_ -]?(?:failed|denied)|40[13])$/i;
const WORDS =
  /\b(?:forbidden|not authori[sz]ed|unauthori[sz]ed|access (?:is |was )?denied|permission denied|not allowed|not permitted|unauthenticated|must be logged in|please log ?in|invalid (?:token|session|api key))\b/i;

// A refusal told inside a successful status (GraphQL over HTTP, Slack, home-made envelopes). Pages of prose that mention such words are none:
// only JSON, codes, titles and short texts count.
const reader: Reader = {
  id: 'inside',
  after: ['messages'],
  read(exchange, soFar) {
    const { response } = exchange;
    if (!response || response.status >= 300) return [];
    const json =
      /json/.test(header(response, 'content-type') ?? '') || /^\s*[{[]/.test(response.body?.text.slice(0, 200) ?? '');
    const found: Evidence<'inside'>[] = [];
    for (const { fact, at } of soFar.all('message')) {
      // WordPress, Jira and others answer 200 and tell the refusal in a header or envelope
      const envelope =
        json &&
        /(?:^|\.)(?:errors?|error_?(?:code|type|message)|code|status|message|msg|reason|statuscode)(?:$|[.[])/i.test(
          fact.field,
        );
      const header =
        /reason$|error/.test(fact.field) && (fact.role === 'code' || fact.role === 'header') && !json
          ? true
          : fact.field.startsWith('x-');
      const title = (fact.role === 'title' || fact.role === 'heading') && fact.text.length < 80;
      const short = !json && (response.body?.text.length ?? 0) < 400;
      const says =
        CODE.test(fact.text) || ((title || short || envelope) && fact.text.length < 300 && WORDS.test(fact.text));
      if (says && (envelope || header || title || short))
        found.push({ kind: 'inside', fact: { text: fact.text }, at, by: 'inside' });
    }
    return found.slice(0, 5);
  },
};

export default reader;
