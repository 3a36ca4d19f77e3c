import { isStandard } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { codeWords, fold, sentences } from '../model/text.ts';
import { inEnglish } from '../model/tongues.ts';
import { narrow } from './match.ts';
import { findPattern } from './pattern.ts';
import { phrasesIn } from './phrase-index.ts';

interface Said {
  readonly text: string;
  readonly at: readonly Span[];
}

/** Sentences of the answer, each once, folded; codes as words, those inside sentences too; other languages in English beside. */
export function said(evidence: EvidenceSet): readonly Said[] {
  const found = new Map<string, Said>();
  const add = (text: string, at: readonly Span[]): void => {
    if (text.length > 2 && !found.has(text) && found.size < 150) found.set(text, { text, at });
  };
  for (const { fact, at } of evidence.all('message')) {
    if (isStandard(fact.text)) continue;
    const english = inEnglish(fact.text);
    if (english) for (const sentence of sentences(english)) add(fold(sentence.text), at);
    if (fact.role === 'code' || !/\s/.test(fact.text.trim())) {
      add(codeWords(fact.text), at);
      continue;
    }
    for (const sentence of sentences(fact.text)) {
      add(fold(sentence.text).replace(/[,;] /g, ' '), at);
      for (const [word] of sentence.text.matchAll(WORD)) if (CODE.test(word)) add(codeWords(word), at);
    }
  }
  return [...found.values()];
}

const WORD = /(?<![\w./:-])[A-Za-z_]{6,60}(?![\w/])/g;
const CODE = /[a-z][A-Z][a-z]|[A-Za-z]_[A-Za-z]|[A-Z]{2}[a-z]{3}/;

/**
 * What the sentences mean for each cause, whatever product wrote them. `explained`: the causes that a product's documented
 * words name; the words of a class tell only these apart.
 */
export function claimsOfWords(
  exchange: Exchange,
  spoken: readonly Said[],
  causes: readonly Cause[],
  explained: ReadonlySet<CauseId> = new Set(),
): readonly Claim[] {
  if (!spoken.length) return [];
  // one pass over all sentences at once tells which phrases occur; only those are looked for in each
  const all = spoken.map(({ text }) => text).join('\n');
  const found: { readonly claim: Claim; readonly vague: boolean }[] = [];
  for (const [cause, phrase] of phrasesIn(all, causes)) {
    for (const { text, at } of spoken) {
      const hit = findPattern(phrase.is, text);
      if (!hit || phrase.not?.test(text)) continue;
      const claim: Claim = {
        cause: cause.id,
        weight: phrase.weight,
        says: phrase.says,
        at: at.map((span) => narrow(exchange, span, hit[0].trim())),
        by: cause.id,
      };
      found.push({ claim, vague: phrase.vague ?? false });
    }
  }
  // a thing that is named outright beats the word for its class: "insufficient scope" stands beside "permission denied"
  const named = new Set(found.filter((f) => !f.vague && f.claim.weight === 'suggests').map(({ claim }) => claim.cause));
  return found.flatMap(({ claim, vague }) => {
    if (!vague || named.has(claim.cause) || explained.has(claim.cause)) return [claim];
    if (explained.size) return [];
    if (!named.size) return [claim];
    return claim.weight === 'suggests' ? [{ ...claim, weight: 'hints' as const }] : [];
  });
}
