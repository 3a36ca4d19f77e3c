import type { Reader } from '../model/evidence.ts';
import { ownWords } from './refusal/own-words.ts';
import { chanceOfRefusal } from './refusal/words.ts';

/** Chance from which a success is told as a refusal. */
const LEAST = 0.62;

// A refusal told inside a successful status: GraphQL over HTTP, `{"ok":false}`, home-made envelopes, a page that is no more than a
// message. Only what such an answer says of itself counts; what it carries may speak of any refusal.
const reader: Reader = {
  id: 'inside',
  after: ['messages'],
  read(exchange, soFar) {
    const status = exchange.response?.status ?? 0;
    if (status === 0 || status >= 400) return [];
    const { place, said } = ownWords(exchange, soFar.all('message'));
    if (place === 'none') return [];
    const facts = said.map(({ fact }) => fact);
    if (chanceOfRefusal(place, status, facts) < LEAST) return [];
    // the texts that speak most for it stand for all
    return said
      .map((message) => ({ message, chance: chanceOfRefusal(place, status, [message.fact]) }))
      .sort((a, b) => b.chance - a.chance)
      .slice(0, 3)
      .map(({ message: { fact, at } }) => ({ kind: 'inside', fact: { text: fact.text }, at, by: 'inside' }));
  },
};

export default reader;
