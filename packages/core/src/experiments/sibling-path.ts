import type { Experiment } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { recorded } from '../model/recorded.ts';
import { ALIKE, EITHER, MAY_PASS, OTHERWISE, odds, withMethod, withTarget } from '../model/vary.ts';

const NAME = 'why403-no-such-thing';

// A path that cannot exist, beside the refused one: a rule about the folder or the host refuses it alike, one about the file does not.
const experiment: Experiment = {
  id: 'sibling-path',
  asks: 'What is the answer for a path beside it that cannot exist? The same one says that the rule covers more than this path.',
  vary(c) {
    const target = splitUrl(c.exchange.request.url)?.target.split('?', 1)[0];
    if (!target) return [];
    const parent = target.slice(0, target.replace(/\/$/, '').lastIndexOf('/') + 1) || '/';
    const changed = `${parent}${NAME}${/\.[a-z0-9]{1,5}$/i.exec(target)?.[0] ?? ''}`;
    const request = withTarget(c.safe ? c.exchange.request : withMethod(c.exchange.request, 'GET'), changed);
    return [
      {
        experiment: 'sibling-path',
        changed: `${changed}, which cannot exist`,
        request,
        elsewhere: true,
        expects: recorded(
          'sibling-path',
          c,
          odds(
            {
              'file-permissions': OTHERWISE,
              'directory-listing': [0.03, 0.05, 0.92],
              'not-owner': OTHERWISE,
              'role-missing': EITHER,
              'scope-insufficient': EITHER,
              'feature-unavailable': EITHER,
              'server-rule': target.split('/').length > 3 ? [0.02, 0.6, 0.38] : EITHER,
              'ip-refused': [0.02, 0.75, 0.23],
              'object-hidden': [0.01, 0.85, 0.14],
              'csrf-missing': EITHER,
              'csrf-invalid': EITHER,
              'method-refused': c.safe ? ALIKE : OTHERWISE,
              'content-rejected': OTHERWISE,
              'not-403': [0.05, 0.8, 0.15],
              'host-rejected': ALIKE,
              'client-refused': ALIKE,
              'proxy-refused': ALIKE,
              'tls-required': ALIKE,
            },
            c.safe ? EITHER : MAY_PASS,
          ),
        ),
        turn: {},
      },
    ];
  },
};

export default experiment;
