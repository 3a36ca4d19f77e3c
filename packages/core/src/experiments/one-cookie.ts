import type { Header, Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { cookiePairs } from '../model/http.ts';
import { ALIKE, odds } from '../model/vary.ts';

/** Cookies that are looked at one by one; the rest is asked by halves before that tells more. */
const MOST = 6;

const experiment: Experiment = {
  id: 'one-cookie',
  asks: 'Where it passes without cookies: does it pass without this one?',
  vary(c, material) {
    // only once it is known that the cookies matter: otherwise this is a request for each of them
    if (!material.seen.some((s) => s.variation.experiment === 'fewer-cookies' && s.outcome === 'allowed')) return [];
    if (material.seen.some((s) => s.variation.experiment === 'one-cookie' && s.outcome === 'allowed')) return [];
    const { request } = c.exchange;
    const names = [...new Set(cookiesOf(request).map(([n]) => n))];
    if (names.length < 2) return [];
    return names.slice(0, MOST).map(
      (name): Variation => ({
        experiment: 'one-cookie',
        changed: `without the cookie ${name}`,
        request: withoutCookie(request, name),
        expects: odds(
          {
            'credentials-expired': [1 / names.length, 0.8, 0.1],
            'credentials-invalid': [1 / names.length, 0.8, 0.1],
            'content-rejected': [1 / names.length, 0.85, 0.05],
          },
          ALIKE,
        ),
        gain: 0.05,
        turn: { 'credentials-expired': 'hints', 'credentials-invalid': 'hints', 'content-rejected': 'hints' },
        fix: `send it without the cookie ${name}`,
      }),
    );
  },
};

function cookiesOf(request: Request): readonly Header[] {
  return request.headers.filter(([n]) => n.toLowerCase() === 'cookie').flatMap(([, v]) => cookiePairs(v));
}

function withoutCookie(request: Request, name: string): Request {
  const headers = request.headers.flatMap(([n, v]): Header[] => {
    if (n.toLowerCase() !== 'cookie') return [[n, v]];
    const kept = cookiePairs(v).filter(([cookie]) => cookie !== name);
    return kept.length ? [[n, kept.map(([cookie, value]) => `${cookie}=${value}`).join('; ')]] : [];
  });
  return { ...request, headers };
}

export default experiment;
