import type { Experiment } from '../model/experiment.ts';
import { recorded } from '../model/recorded.ts';
import { ALIKE, EITHER, MAY_PASS, odds, withMethod } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'safe-method',
  asks: 'What is the answer to GET on the same path? If that passes, the write is what is refused.',
  vary(c) {
    if (c.safe || c.method === 'CONNECT') return [];
    return [
      {
        experiment: 'safe-method',
        changed: `GET in place of ${c.method}`,
        request: withMethod(c.exchange.request, 'GET'),
        elsewhere: true,
        expects: recorded(
          'safe-method',
          c,
          odds(
            {
              'method-refused': [0.65, 0.05, 0.3],
              'csrf-missing': [0.6, 0.03, 0.37],
              'csrf-invalid': [0.6, 0.03, 0.37],
              'origin-rejected': [0.3, 0.3, 0.4],
              'content-rejected': [0.4, 0.1, 0.5],
              'role-missing': [0.35, 0.45, 0.2],
              'scope-insufficient': [0.5, 0.2, 0.3],
              'not-owner': MAY_PASS,
              'step-up-required': MAY_PASS,
              'policy-denied': MAY_PASS,
              'feature-unavailable': MAY_PASS,
              'file-permissions': EITHER,
              'credentials-missing': [0.3, 0.4, 0.3],
              'credentials-invalid': [0.15, 0.55, 0.3],
              'ip-refused': ALIKE,
              'client-refused': ALIKE,
              'host-rejected': ALIKE,
              'proxy-refused': ALIKE,
              'tls-required': [0.05, 0.7, 0.25],
              'rate-limited': [0.2, 0.7, 0.1],
              'not-403': [0.6, 0.1, 0.3],
            },
            EITHER,
          ),
        ),
        turn: {},
      },
    ];
  },
};

export default experiment;
