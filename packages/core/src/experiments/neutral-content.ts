import type { Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { header, splitUrl } from '../model/http.ts';
import { odds, withTarget } from '../model/vary.ts';

// Letters and digits stay as they are; what a filter could take for an attack becomes a plain letter of the same length.
const experiment: Experiment = {
  id: 'neutral-content',
  asks: 'Does it pass when query and body hold only plain words? Then a filter dislikes something in them.',
  vary(c) {
    const { request } = c.exchange;
    // where the content says what is asked for, another content is another request
    if (OPERATION.test(request.body?.text.slice(0, 4000) ?? '') || OPERATION.test(request.url)) return [];
    const found: Variation[] = [];
    const add = (changed: string, next: Request): void => {
      found.push({
        experiment: 'neutral-content',
        changed,
        request: next,
        expects: odds({ 'content-rejected': [0.7, 0.05, 0.25] }, [0.02, 0.9, 0.08]),
        turn: {
          'content-rejected': SUSPICIOUS.test(`${request.url} ${request.body?.text.slice(0, 65_536) ?? ''}`)
            ? 'proves'
            : 'hints',
        },
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
    // the parts of a multipart body have names that must stay
    const isParts = /multipart/i.test(header(request, 'content-type') ?? '');
    if (text && text.length < 200_000 && !request.body?.bytes && !isParts) {
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

const OPERATION =
  /"(?:query|mutation|jsonrpc|operationName)"\s{0,3}:|(?:^|[?&])(?:query|mutation|grant_type|response_type|scope|action|method|do|cmd)=/i;
const SUSPICIOUS =
  /(?:\.\.(?:\/|%2f)|<|%3c|\bunion\b|\bselect\b|\bor(?:\s|\+|%20)+\S{1,10}(?:=|%3d)|\/etc\/|%00|\$\{|%24%7b|javascript:|\bdrop\b|\bexec\b|;|%3b|--|%27|')/i;
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
