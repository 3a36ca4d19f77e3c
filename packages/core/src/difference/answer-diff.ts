import type { Exchange, Response } from '../model/exchange.ts';
import { header } from '../model/http.ts';
import { compareFields, fieldsOf } from './fields.ts';
import { type Add, compareHeaders, type Difference, volatileValues } from './header-diff.ts';

/** In what two answers differ: the status, header fields, cookies that are set, and what the bodies say without their volatile parts. */
export function compareAnswers(a: Exchange, b: Exchange): readonly Difference[] {
  if (!a.response || !b.response) return [];
  const found: Difference[] = [];
  const add: Add = (kind, name, x, y, volatile = false) => {
    if (x !== y) found.push({ part: 'answer', kind, name, a: x, b: y, volatile });
  };
  add('status', '', String(a.response.status), String(b.response.status));
  compareHeaders(a.response.headers, b.response.headers, add);
  const [ca, cb] = [cookiesSet(a.response), cookiesSet(b.response)];
  for (const name of new Set([...ca.keys(), ...cb.keys()])) {
    const [x, y] = [ca.get(name) ?? null, cb.get(name) ?? null];
    // each answer sets a session of its own: only that it does, and with which attributes, tells
    add('set-cookie', name, x, y, x !== null && y !== null && attributes(x) === attributes(y));
  }
  compareTexts(a.response, b.response, add);
  return found;
}

function cookiesSet(response: Response): ReadonlyMap<string, string> {
  return new Map(
    response.headers
      .filter(([n]) => n.toLowerCase() === 'set-cookie')
      .map(([, v]) => [v.slice(0, Math.max(0, v.indexOf('='))).trim(), v]),
  );
}

function attributes(cookie: string): string {
  const end = cookie.indexOf(';');
  return end < 0 ? '' : cookie.slice(end).replace(/expires=[^;]*/i, 'expires');
}

function compareTexts(a: Response, b: Response, add: Add): void {
  const [x, y] = [a.body?.text ?? '', b.body?.text ?? ''];
  if (x === y) return;
  const type = (r: Response): string => header(r, 'content-type') ?? '';
  const [fa, fb] = [fieldsOf(x, type(a)), fieldsOf(y, type(b))];
  if (fa && fb) {
    for (const { name, a: va, b: vb } of compareFields(fa, fb).slice(0, 60))
      add('field', name, va, vb, va !== null && vb !== null && volatileValues(va, vb));
    return;
  }
  const [la, lb] = [words(x), words(y)];
  if (la.join('\n') === lb.join('\n')) {
    add('body', 'markup or white space', `${x.length} characters`, `${y.length} characters`, true);
    return;
  }
  // the first words in which they part
  let at = 0;
  while (at < la.length && at < lb.length && la[at] === lb[at]) at++;
  const [ta, tb] = [la[at] ?? null, lb[at] ?? null];
  add('text', at === 0 ? '' : `after "${(la[at - 1] ?? '').slice(-40)}"`, ta, tb, skeleton(la) === skeleton(lb));
}

/** Visible text of a body, line by line. Bounded. */
function words(text: string): readonly string[] {
  return text
    .slice(0, 200_000)
    .replace(/<(script|style)\b[^<>]{0,2000}>[^<]{0,50000}<\/\1>/gi, ' ')
    .replace(/<[^<>]{0,2000}>/g, '\n')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim().slice(0, 400))
    .filter((line) => line !== '');
}

function skeleton(lines: readonly string[]): string {
  return lines
    .map((line) =>
      line
        .replace(/[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,5}/gi, '#')
        .replace(/\d+/g, '#')
        .replace(/\b[\w+/=-]{24,}/g, '#'),
    )
    .join('\n');
}
