import type { Cause, Claim } from '../model/cause.ts';
import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { codeWords, fold, sentences } from '../model/text.ts';
import { narrow } from './match.ts';

interface Said {
  readonly text: string;
  readonly at: readonly Span[];
}

/** Sentences of the answer, each once, folded; codes as words. */
export function said(evidence: EvidenceSet): readonly Said[] {
  const found = new Map<string, Said>();
  const add = (text: string, at: readonly Span[]): void => {
    if (text.length > 2 && !found.has(text) && found.size < 150) found.set(text, { text, at });
  };
  for (const { fact, at } of evidence.all('message')) {
    if (fact.role === 'code') add(codeWords(fact.text), at);
    else if (!/\s/.test(fact.text.trim())) add(codeWords(fact.text), at);
    else for (const sentence of sentences(fact.text)) add(fold(sentence.text), at);
  }
  return [...found.values()];
}

/** What the sentences mean for each cause, whatever product wrote them. */
export function claimsOfWords(exchange: Exchange, spoken: readonly Said[], causes: readonly Cause[]): readonly Claim[] {
  if (!spoken.length) return [];
  // one pass over all sentences at once tells which phrases occur; only those are looked for in each
  const all = spoken.map(({ text }) => text).join('\n');
  const claims: Claim[] = [];
  for (const cause of causes) {
    for (const phrase of cause.phrases) {
      if (!phrase.is.test(all)) continue;
      for (const { text, at } of spoken) {
        const found = phrase.is.exec(text);
        if (!found || phrase.not?.test(text)) continue;
        claims.push({
          cause: cause.id,
          weight: phrase.weight,
          says: phrase.says,
          at: at.map((span) => narrow(exchange, span, found[0].trim())),
          by: cause.id,
        });
      }
    }
  }
  return claims;
}
