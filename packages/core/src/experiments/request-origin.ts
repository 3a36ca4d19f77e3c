import type { Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { header, splitUrl } from '../model/http.ts';
import { ALIKE, hasHeader, odds, PASSES, withHeader, without } from '../model/vary.ts';

// What a browser says about where a request comes from is left out, or is the site's own: the host that the request goes to.
const experiment: Experiment = {
  id: 'request-origin',
  asks: "Does it pass without Origin, Referer and Sec-Fetch-Site, or with the site's own?",
  vary(c) {
    const { request } = c.exchange;
    const url = splitUrl(request.url);
    if (!url) return [];
    const own = `${url.scheme}://${header(request, 'host') ?? (url.port ? `${url.host}:${url.port}` : url.host)}`;
    const found: Variation[] = [];
    const add = (changed: string, next: Request, chance: number): void => {
      found.push({
        experiment: 'request-origin',
        changed,
        request: next,
        expects: odds(
          {
            'origin-rejected': [chance, 0.9 - chance, 0.1],
            'csrf-missing': [0.06, 0.86, 0.08],
            'csrf-invalid': [0.05, 0.85, 0.1],
            'client-refused': [0.03, 0.92, 0.05],
          },
          ALIKE,
        ),
        turn: { 'origin-rejected': 'proves' },
        fix: `send it ${changed}`,
      });
    };
    const says = ['origin', 'referer', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest', 'sec-fetch-user'].filter(
      (n) => hasHeader(request, n),
    );
    const tells = says.some((n) => n === 'origin' || n === 'referer' || n === 'sec-fetch-site');
    if (tells) {
      add(
        `without ${says
          .filter((n) => !/mode|dest|user/.test(n))
          .map(title)
          .join(', ')}`,
        without(request, ...says),
        PASSES[0],
      );
      let same = request;
      if (hasHeader(request, 'origin')) same = withHeader(same, 'Origin', own);
      if (hasHeader(request, 'referer')) same = withHeader(same, 'Referer', `${own}/`);
      if (hasHeader(request, 'sec-fetch-site')) same = withHeader(same, 'Sec-Fetch-Site', 'same-origin');
      add("with the site's own origin", same, PASSES[0]);
    } else if (!c.safe) {
      add(`with Origin: ${own}`, withHeader(request, 'Origin', own), 0.7);
    } else {
      add(`with Referer: ${own}/`, withHeader(request, 'Referer', `${own}/`), 0.6);
    }
    return found;
  },
};

function title(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (s) => s.toUpperCase());
}

export default experiment;
