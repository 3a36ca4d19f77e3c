import type { Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { splitUrl } from '../model/http.ts';
import { odds, withTarget } from '../model/vary.ts';

// Letters and digits stay as they are; what a filter could take for an attack becomes a plain letter of the same length.
const experiment: Experiment = {
  id: 'neutral-content',
  asks: 'Does it pass when query and body hold only plain words? Then a filter dislikes something in them.',
  vary(c) {
    const { request } = c.exchange;
    const found: Variation[] = [];
    const add = (changed: string, next: Request): void => {
      found.push({
        experiment: 'neutral-content',
        changed,
        request: next,
        expects: odds({ 'content-rejected': [0.7, 0.05, 0.25] }, [0.02, 0.9, 0.08]),
        turn: { 'content-rejected': 'proves' },
      });
    };
    const target = splitUrl(request.url)?.target ?? '/';
    const mark = target.indexOf('?');
    if (mark >= 0) {
      const neutral = target.slice(mark + 1).replace(/=([^&]*)/g, (_whole, value: string) => `=${plain(value)}`);
      if (neutral !== target.slice(mark + 1))
        add('with plain words in the query', withTarget(request, `${target.slice(0, mark + 1)}${neutral}`));
    }
    const text = request.body?.text ?? '';
    if (text && text.length < 200_000 && !request.body?.bytes) {
      const neutral = /^\s*[{[]/.test(text)
        ? text.replace(
            /(:\s{0,5}")((?:[^"\\]|\\.)*)(")/g,
            (_w, open: string, value: string, close: string) => `${open}${plain(value)}${close}`,
          )
        : text.replace(/=([^&\r\n]*)/g, (whole: string, value: string) =>
            TOKEN.test(value) ? whole : `=${plain(value)}`,
          );
      if (neutral !== text) add('with plain words in the body', { ...request, body: { text: neutral } });
    }
    return found;
  },
};

const TOKEN = /^[\w-]{16,}$/;

function plain(value: string): string {
  return /^[\w.@-]*$/.test(value)
    ? value
    : value
        .replace(/%[0-9a-f]{2}/gi, 'a')
        .replace(/[^\w@.-]/g, 'a')
        .replace(/\.\./g, 'aa')
        .replace(/(?:select|union|script|insert|drop|exec|alert|eval|from|where|sleep|etc|passwd)/gi, (word) =>
          'a'.repeat(word.length),
        );
}

export default experiment;
