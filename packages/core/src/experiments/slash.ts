import type { Experiment } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { recorded } from '../model/recorded.ts';
import { ALIKE, odds, withTarget } from '../model/vary.ts';

// The same path as a user may well have meant it: with the slash that directories end with, or without it. No other path trick exists here.
const experiment: Experiment = {
  id: 'slash',
  asks: 'Does it pass with a slash at the end of the path, or without it?',
  vary(c) {
    const target = splitUrl(c.exchange.request.url)?.target ?? '/';
    const [path = '/', ...rest] = target.split('?');
    if (path === '/' || c.method === 'CONNECT' || /\.[a-z0-9]{1,5}$/i.test(path)) return [];
    const ends = path.endsWith('/');
    const other = ends ? path.slice(0, -1) : `${path}/`;
    return [
      {
        experiment: 'slash',
        changed: ends ? 'without the slash at the end of the path' : 'with a slash at the end of the path',
        request: withTarget(c.exchange.request, [other, ...rest].join('?')),
        elsewhere: true,
        expects: recorded(
          'slash',
          c,
          odds(
            {
              'directory-listing': [0.03, 0.55, 0.42],
              'method-refused': [0.12, 0.6, 0.28],
              'server-rule': [0.08, 0.72, 0.2],
              'object-hidden': [0.03, 0.8, 0.17],
            },
            ALIKE,
          ),
        ),
        turn: {},
        fix: ends ? 'leave the slash at the end of the path out' : 'end the path with a slash',
      },
    ];
  },
};

export default experiment;
