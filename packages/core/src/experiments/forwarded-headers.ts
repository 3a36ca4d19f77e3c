import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds, PASSES, without } from '../model/vary.ts';

const ADDRESS = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'true-client-ip', 'cf-connecting-ip', 'x-client-ip'];

// Only taken out, never set: no address is forged.
const experiment: Experiment = {
  id: 'forwarded-headers',
  asks: 'Does it pass without the client address headers that the request carries itself?',
  vary(c) {
    const sent = ADDRESS.filter((name) => c.exchange.request.headers.some(([n]) => n.toLowerCase() === name));
    if (!sent.length) return [];
    return [
      {
        experiment: 'forwarded-headers',
        changed: `without ${sent.join(', ')}`,
        request: without(c.exchange.request, ...sent),
        expects: odds({ 'ip-refused': PASSES }, ALIKE),
        turn: { 'ip-refused': 'proves' },
        fix: `leave ${sent.join(', ')} out: the server takes it for the client's address`,
      },
    ];
  },
};

export default experiment;
