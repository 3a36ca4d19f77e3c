import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds } from '../model/vary.ts';

// Bot filters look at the handshake too, and some gateways want TLS 1.3. Nothing is imitated: only the highest version is another one.
const experiment: Experiment = {
  id: 'tls-version',
  asks: 'Is the answer another one over the other TLS version?',
  vary(c, material) {
    const used = c.exchange.transport?.tls?.protocol;
    if (!used || material.send.tlsMax || material.send.tlsMin || material.send.ciphers) return [];
    const other = used === 'TLSv1.3' ? ('1.2' as const) : ('1.3' as const);
    return [
      {
        experiment: 'tls-version',
        changed: `over TLS ${other}`,
        request: c.exchange.request,
        send: { ...material.send, ...(other === '1.2' ? { tlsMax: other } : { tlsMin: other }) },
        expects: odds({ 'client-refused': [0.1, 0.85, 0.05], 'tls-required': [0.1, 0.8, 0.1] }, ALIKE),
        turn: { 'client-refused': 'suggests', 'tls-required': 'suggests' },
        settles: true,
        fix: `send it over TLS ${other}`,
      },
    ];
  },
};

export default experiment;
