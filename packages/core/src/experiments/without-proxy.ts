import type { Experiment } from '../model/experiment.ts';
import { odds } from '../model/vary.ts';

// Only where the user asked for it: a proxy that is set is not gone around.
const experiment: Experiment = {
  id: 'without-proxy',
  asks: 'Is the answer another one without the forward proxy?',
  vary(c, material) {
    if (!material.direct || !c.exchange.transport?.viaProxy || c.status === 407) return [];
    const { proxyHeaders: _headers, proxyTunnel: _tunnel, ...rest } = material.send;
    // an empty name keeps the proxy of the environment out as well
    const send = { ...rest, proxy: '' };
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
