import { credentialsOf } from '../model/case.ts';
import type { Experiment } from '../model/experiment.ts';
import { recorded } from '../model/recorded.ts';
import { withoutCredentials } from '../model/strip.ts';
import { ALIKE, EITHER, MAY_PASS, MOSTLY_ALIKE, OTHERWISE, odds } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'no-credentials',
  asks: 'What is the answer without any credentials? The same one says that they were not read.',
  vary(c) {
    if (!credentialsOf(c).length) return [];
    return [
      {
        experiment: 'no-credentials',
        changed: 'without credentials',
        request: withoutCredentials(c.exchange.request, credentialsOf(c)),
        expects: recorded(
          'no-credentials',
          c,
          odds({
            'credentials-missing': ALIKE,
            'credentials-malformed': [0.01, 0.8, 0.19],
            'credentials-invalid': EITHER,
            'credentials-expired': [0.01, 0.35, 0.64],
            authorization: OTHERWISE,
            'csrf-missing': EITHER,
            'csrf-invalid': EITHER,
            'object-hidden': EITHER,
            'ip-refused': MOSTLY_ALIKE,
            'origin-rejected': MOSTLY_ALIKE,
            'content-rejected': MOSTLY_ALIKE,
            'client-refused': ALIKE,
            'rate-limited': [0.2, 0.3, 0.5],
            // a stale session is refused where nobody at all would be let in
            'not-403': MAY_PASS,
          }),
        ),
        turn: {
          'credentials-invalid': 'suggests',
          'policy-denied': 'suggests',
          'credentials-expired': 'hints',
          // a limit that is counted by key
          'rate-limited': 'suggests',
        },
      },
    ];
  },
};

export default experiment;
