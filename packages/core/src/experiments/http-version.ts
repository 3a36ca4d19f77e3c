import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'http-version',
  asks: 'Is the answer another one over the other HTTP version?',
  vary(c, material) {
    if (!/^https:/i.test(c.exchange.request.url) || material.send.httpVersion) return [];
    const used = c.exchange.response?.httpVersion;
    const other = used === '2' ? '1.1' : '2';
    return [
      {
        experiment: 'http-version',
        changed: `over HTTP/${other}`,
        request: c.exchange.request,
        send: { ...material.send, httpVersion: other },
        expects: odds({ 'client-refused': [0.15, 0.8, 0.05], 'host-rejected': [0.05, 0.85, 0.1] }, ALIKE),
        turn: { 'client-refused': 'proves' },
        fix: `send it over HTTP/${other}`,
      },
    ];
  },
};

export default experiment;
