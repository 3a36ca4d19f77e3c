import type { Reader } from '../model/evidence.ts';
import { chanceOfRefusal } from './refusal/chance.ts';
import { ownWords } from './refusal/own-words.ts';

/** Chance from which a success is told as a refusal. */
export const LEAST = 0.5;

// A refusal told inside a successful status: GraphQL over HTTP, `{"ok":false}`, home-made envelopes, a page that is no more than a
// message. Only what such an answer says of itself counts; what it carries may speak of any refusal.
const reader: Reader = {
  id: 'inside',
  after: ['messages'],
  read(exchange, soFar) {
    const status = exchange.response?.status ?? 0;
    if (status === 0 || status >= 400) return [];
    const own = ownWords(exchange, soFar.all('message'));
    if (own.place === 'none' || chanceOfRefusal(own, status) < LEAST) return [];
    // the texts that speak most for it stand for all
    return own.said
      .map((message) => ({ message, chance: chanceOfRefusal({ ...own, said: [message] }, status) }))
      .sort((a, b) => b.chance - a.chance)
      .slice(0, 3)
      .map(({ message: { fact, at } }) => ({ kind: 'inside', fact: { text: fact.text }, at, by: 'inside' }));
  },
};

export default reader;
