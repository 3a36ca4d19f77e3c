// What a ground says for or against a cause, as a claim that a report can show.
import { say } from '../language/say.ts';
import type { Statement } from '../language/statements.ts';
import type { Claim } from '../model/cause.ts';
import { CAUSE_IDS } from '../model/cause-id.ts';
import type { Exchange } from '../model/exchange.ts';
import { keyOf } from './features.ts';
import type { HeardGround } from './hear.ts';
import { narrow } from './match.ts';
import { addBits, placeOf } from './weights.ts';

/** The claim that a ground makes about one cause; undefined for what is no evidence of its own, such as the status. */
export function claimOf({ ground, bits }: HeardGround, k: number, exchange: Exchange): Claim | undefined {
  const worth = { cause: CAUSE_IDS[k]!, weight: bits[k]! > 0 ? 'hints' : 'doubts', bits: bits[k]! } as const;
  // what a cause's own judge found is told of that cause alone
  if (ground.claim)
    return ground.claim.cause === worth.cause
      ? {
          ...ground.claim,
          ...worth,
          argued: ground.claim.weight,
          // what has one meaning only proves, whatever it is worth beside the rest
          ...(ground.claim.weight === 'proves' && bits[k]! > 0 && { weight: 'proves' as const }),
        }
      : undefined;
  if (ground.fact) return { ...worth, says: ground.fact.says, at: ground.at, by: 'structure' };
  if (!ground.sentence) return undefined;
  const { text, whole, statements } = ground.sentence;
  const telling = bits[k]! > 0 ? mostTelling(statements, k) : undefined;
  const words = telling ? text.slice(telling.start, telling.end) : whole;
  return {
    ...worth,
    says: telling ? say(telling) : `the words speak ${bits[k]! > 0 ? 'for' : 'against'} it`,
    at: ground.at.map((span) => narrow(exchange, span, words.toLowerCase())),
    by: 'words',
  };
}

/** The statement that speaks most for a cause, if one does. */
function mostTelling(statements: readonly Statement[], k: number): Statement | undefined {
  let best: Statement | undefined;
  let most = 0;
  for (const statement of statements) {
    if (statement.thing === 'it') continue;
    const bits = new Float64Array(CAUSE_IDS.length);
    const state = statement.denied ? `-${statement.state}` : statement.state;
    for (const feature of [`s:${keyOf(statement)}`, `c:${statement.thing}`, `c:${state}`]) {
      const place = placeOf(feature);
      if (place >= 0) addBits(place, 1, bits);
    }
    const gain = bits[k]! - bits.reduce((a, b) => a + b, 0) / bits.length;
    if (gain > most) [best, most] = [statement, gain];
  }
  return best;
}
