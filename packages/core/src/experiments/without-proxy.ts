import type { Experiment } from '../model/experiment.ts';
import { odds } from '../model/vary.ts';

const experiment: Experiment = {
  id: 'without-proxy',
  asks: 'Is the answer another one without the forward proxy?',
  vary(c, material) {
    if (!material.send.proxy || c.status === 407) return [];
    const { proxy: _proxy, proxyHeaders: _headers, proxyTunnel: _tunnel, ...send } = material.send;
    return [
      {
        experiment: 'without-proxy',
        changed: 'without the proxy',
        request: c.exchange.request,
        send,
        expects: odds({ 'proxy-refused': [0.7, 0.05, 0.25], 'ip-refused': [0.3, 0.6, 0.1] }, [0.03, 0.9, 0.07]),
        turn: { 'proxy-refused': 'proves' },
      },
    ];
  },
};

export default experiment;
