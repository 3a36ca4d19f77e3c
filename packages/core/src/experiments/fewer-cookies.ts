import type { Experiment } from '../model/experiment.ts';
import { recorded } from '../model/recorded.ts';
import { ALIKE, hasHeader, odds, without } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'fewer-cookies',
  asks: 'Does it pass without cookies? Then one of them is stale.',
  vary(c) {
    if (!hasHeader(c.exchange.request, 'cookie')) return [];
    return [
      {
        experiment: 'fewer-cookies',
        changed: 'without cookies',
        request: without(c.exchange.request, 'cookie'),
        expects: recorded(
          'fewer-cookies',
          c,
          odds(
            {
              'credentials-invalid': [0.1, 0.5, 0.4],
              'credentials-expired': [0.15, 0.45, 0.4],
              'client-refused': [0.06, 0.9, 0.04],
              authorization: [0.02, 0.25, 0.73],
              'csrf-missing': [0.08, 0.6, 0.32],
              'csrf-invalid': [0.1, 0.6, 0.3],
              'content-rejected': [0.08, 0.88, 0.04],
            },
            ALIKE,
          ),
        ),
        turn: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
        fix: 'send it without the stale cookies',
      },
    ];
  },
};

export default experiment;
