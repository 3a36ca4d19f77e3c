import { credentialsOf } from '../model/case.ts';
import type { Experiment } from '../model/experiment.ts';
import { recorded } from '../model/recorded.ts';
import { passwordsOf } from '../model/safe-request.ts';
import { broken, replaceCredentials } from '../model/strip.ts';
import { ALIKE, EITHER, MOSTLY_ALIKE, OTHERWISE, odds } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'broken-credentials',
  asks: 'What is the answer to the same credentials with one character changed? The same one says that they are not accepted.',
  vary(c) {
    const credentials = credentialsOf(c).filter(
      ({ fact }) => fact.value.length >= 6 && fact.kind !== 'client-certificate' && fact.kind !== 'sigv4',
    );
    if (!credentials.length) return [];
    const password =
      passwordsOf(c.exchange.request).length > 0 ||
      credentials.some(({ fact }) => /^(?:basic|digest)$/.test(fact.kind));
    const signed = credentials.every(({ fact }) => fact.kind === 'signed-url');
    return [
      {
        experiment: 'broken-credentials',
        changed: 'the same credentials with one character changed',
        request: replaceCredentials(c.exchange.request, credentials, ({ value }) => broken(value)),
        expects: recorded(
          'broken-credentials',
          c,
          odds({
            'credentials-missing': ALIKE,
            'credentials-malformed': [0.01, 0.85, 0.14],
            'credentials-invalid': [0.01, 0.92, 0.07],
            // most servers refuse what is over as they refuse what never was
            'credentials-expired': signed ? OTHERWISE : MOSTLY_ALIKE,
            authorization: [0.02, 0.12, 0.86],
            'csrf-missing': EITHER,
            'csrf-invalid': EITHER,
            'object-hidden': EITHER,
            'ip-refused': MOSTLY_ALIKE,
            'origin-rejected': MOSTLY_ALIKE,
            'content-rejected': MOSTLY_ALIKE,
            // counted by address it stays, counted by key another one has its own count
            'rate-limited': [0.1, 0.4, 0.5],
          }),
        ),
        wrong: password ? 'password' : 'token',
        turn: {},
      },
    ];
  },
};

export default experiment;
