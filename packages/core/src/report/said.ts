// The server's own words, whatever was understood of them.
import { isStandard } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import type { View } from '../redact/index.ts';

/** Characters of an answer's words that are shown uncut. */
const MOST = 300;
/** The phrase of a number and the name of a server are no words of its own. */
const PHRASE = 24;

/** The words of the answer as they may be shown; undefined where it has none of its own. */
export function wordsOf(c: Case, view: View): string | undefined {
  const told: string[] = [];
  for (const { fact, at } of c.evidence.all('message')) {
    const [span] = at;
    if (!span || (fact.text.trim().length <= PHRASE && isStandard(fact.text))) continue;
    const shown = span.start === undefined ? view.part(span) : view.part(span, span.start, span.end);
    const text = plain(shown || fact.text);
    if (text && !told.some((one) => one.includes(text))) told.push(text);
  }
  const words = told.join(' | ');
  if (!words) return undefined;
  return words.length > MOST ? `${words.slice(0, MOST)}…` : words;
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
