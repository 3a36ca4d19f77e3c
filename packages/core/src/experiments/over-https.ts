import type { Experiment } from '../model/experiment.ts';
import { odds, PASSES } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'over-https',
  asks: 'Does it pass over https?',
  vary(c) {
    const { request } = c.exchange;
    if (!/^http:/i.test(request.url)) return [];
    const answered = /plain http|https port|ssl-enabled|tls/i.test(
      c.exchange.response?.body?.text.slice(0, 2000) ?? '',
    );
    // only where https is at home: on its own port, or where this port said that it speaks it
    const port = /^http:\/\/[^/?#]*:(\d+)/i.exec(request.url)?.[1];
    if (port && port !== '80' && !answered) return [];
    return [
      {
        experiment: 'over-https',
        changed: 'over https',
        request: {
          ...request,
          url: request.url.replace(/^http:/i, 'https:').replace(/^(https:\/\/[^/?#]*):80(?=[/?#]|$)/, '$1'),
        },
        expects: odds({ 'tls-required': PASSES }, [0.04, 0.9, 0.06]),
        turn: { 'tls-required': 'proves' },
        fix: 'send it over https',
      },
    ];
  },
};

export default experiment;
