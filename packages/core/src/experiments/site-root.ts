import type { Experiment } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { recorded } from '../model/recorded.ts';
import { ALIKE, odds, withMethod, withTarget } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'site-root',
  asks: 'What is the answer for the root of the site? The same one says that everything is refused from here.',
  vary(c) {
    const target = splitUrl(c.exchange.request.url)?.target ?? '/';
    if (target === '/' || c.method === 'CONNECT') return [];
    const passes = [0.6, 0.05, 0.35] as const;
    return [
      {
        experiment: 'site-root',
        changed: 'GET /',
        request: withTarget(withMethod(c.exchange.request, 'GET'), '/'),
        elsewhere: true,
        expects: recorded(
          'site-root',
          c,
          odds(
            {
              'host-rejected': ALIKE,
              'client-refused': [0.15, 0.8, 0.05],
              'proxy-refused': ALIKE,
              'tls-required': [0.2, 0.75, 0.05],
              'ip-refused': [0.35, 0.6, 0.05],
              'rate-limited': [0.25, 0.7, 0.05],
              'origin-rejected': [0.4, 0.4, 0.2],
              authentication: [0.4, 0.4, 0.2],
              'not-403': [0.7, 0.05, 0.25],
            },
            passes,
          ),
        ),
        turn: {},
      },
    ];
  },
};

export default experiment;
