import type { Experiment } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { ALIKE, odds } from '../model/vary.ts';

// An allow list often knows one of a caller's two addresses.
const experiment: Experiment = {
  id: 'ip-version',
  asks: 'Does it pass over the other IP version? An allow list may know one of your two addresses only.',
  vary(c, material) {
    const { send } = material;
    const host = splitUrl(c.exchange.request.url)?.host ?? '';
    // a literal address has no other version, and the user's own choice of a way there stands
    if (
      host.startsWith('[') ||
      /^[\d.]+$/.test(host) ||
      host === 'localhost' ||
      send.ipVersion ||
      c.exchange.transport?.viaProxy
    )
      return [];
    if (send.unixSocket || send.resolve?.length || send.connectTo?.length) return [];
    const used = c.exchange.transport?.address;
    if (!used) return [];
    const other = used.includes(':') ? 4 : 6;
    return [
      {
        experiment: 'ip-version',
        changed: `over IPv${other}`,
        request: c.exchange.request,
        send: { ...send, ipVersion: other },
        expects: odds({ 'ip-refused': [0.15, 0.8, 0.05], 'rate-limited': [0.2, 0.75, 0.05] }, ALIKE),
        turn: { 'ip-refused': 'proves' },
        settles: true,
        fix: `send it over IPv${other}, or have the other address let in too`,
      },
    ];
  },
};

export default experiment;
