import type { Experiment } from '../model/experiment.ts';
import { ALIKE, odds, withHeader } from '../model/vary.ts';

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0';
const ACCEPT = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

// A browser's own ordinary headers, to learn whether the kind of client is what is refused. No challenge is solved or evaded.
const experiment: Experiment = {
  id: 'browser-headers',
  asks: "Does it pass with a browser's User-Agent, Accept and Accept-Language?",
  vary(c) {
    const { request } = c.exchange;
    const agent = c.evidence.first('user-agent')?.fact;
    if (agent?.kind === 'browser') {
      // a browser's name without the rest of a browser: a plain name may be what passes
      return [
        {
          experiment: 'browser-headers',
          changed: 'with a program’s own User-Agent',
          request: withHeader(request, 'User-Agent', 'why403/1'),
          expects: odds({ 'client-refused': [0.5, 0.45, 0.05] }, ALIKE),
          turn: { 'client-refused': 'proves' },
          fix: 'send a User-Agent that says what the client is',
        },
      ];
    }
    const named = withHeader(request, 'User-Agent', AGENT);
    const accept = request.headers.find(([n]) => n.toLowerCase() === 'accept')?.[1];
    const specific = accept !== undefined && accept !== '*/*';
    const full = withHeader(
      withHeader(named, 'Accept', specific ? accept : ACCEPT),
      'Accept-Language',
      'en-GB,en;q=0.9',
    );
    return [
      {
        experiment: 'browser-headers',
        changed: "with a browser's User-Agent",
        request: named,
        expects: odds({ 'client-refused': [0.7, 0.25, 0.05] }, ALIKE),
        turn: { 'client-refused': 'proves' },
        settles: true,
        fix: 'send a User-Agent that the service takes',
      },
      {
        experiment: 'browser-headers',
        changed: "with a browser's headers",
        request: full,
        expects: odds({ 'client-refused': [0.45, 0.5, 0.05] }, ALIKE),
        // who asks for a page may get another thing than who asks for anything: that is no proof of its own
        turn: { 'client-refused': specific ? 'proves' : 'hints' },
        fix: 'send the headers that browsers send',
      },
    ];
  },
};

export default experiment;
