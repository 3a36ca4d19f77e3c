import { InputError } from '../model/errors.ts';
import type { Header, Request } from '../model/exchange.ts';
import { type Gap, gap } from '../model/gap.ts';
import type { ImportContext, Imported, Importer, SendOptions } from '../model/importer.ts';
import { type Literal, pairsOf, readList, readLiteral, skipSpace, textOf } from './fetch/read-literal.ts';
import { errorAt, quoteShort } from './parts/caret.ts';

const CALL = /(?:^|[\s;=({])(?:await\s{1,9})?(?:(?:window|globalThis|self)\.)?fetch\s{0,9}\(/;
const MOST_TEXT = 32 * 1024 * 1024;

/** A `fetch(…)` call as browsers copy it, for the browser or for Node. Nothing of it is run. */
const fetchCall: Importer = {
  id: 'fetch',
  title: 'fetch call',
  accepts: (text) => {
    const head = text.slice(0, 4096).trimStart();
    return !/^[{[<]|^HTTP\//.test(head) && CALL.test(head) && !/^(?:curl|\$session|Invoke-)/i.test(head);
  },
  read(text, context) {
    if (text.length > MOST_TEXT) throw new InputError('NOT_HTTP', 'The text is too long for a fetch call.');
    const imported: Imported[] = [];
    const names = new Map<string, Literal>();
    let from = 0;
    let first = -1;
    for (;;) {
      const call = CALL.exec(text.slice(from));
      if (!call) break;
      const start = from + call.index;
      if (first < 0) first = start;
      readNames(text.slice(from, start + 1), names);
      const open = start + call[0].length;
      const { value: url, end } = readLiteral(text, open, names);
      let i = skipSpace(text, end);
      let options: Literal | undefined;
      if (text[i] === ',' && text[skipSpace(text, i + 1)] !== ')') {
        const second = readLiteral(text, i + 1, names);
        options = second.value;
        i = skipSpace(text, second.end);
      }
      if (text[i] === ',') i = skipSpace(text, i + 1);
      if (text[i] !== ')') {
        throw errorAt(
          'MALFORMED',
          'The fetch call is not closed.',
          { text, at: Math.max(0, Math.min(i, text.length - 1)), length: 1 },
          'Copy the whole call, up to its last bracket.',
        );
      }
      imported.push(readCall(textOf(url) ?? '', options, context, { text, at: open, length: Math.max(1, end - open) }));
      from = i;
    }
    const form = imported.length === 1 && standsAlone(text, first, from) ? 'command' : 'record';
    if (imported.length === 0)
      throw new InputError('NOT_HTTP', 'There is no fetch call in this text.', {
        hint: 'A call looks like: fetch("https://host/path", {…})',
      });
    return imported.map((one) => ({ ...one, form }));
  },
};

export default fetchCall;

/** Whether the call is all of the text, as browsers copy it; `.then(…)` on the same line is what is done with the answer. */
function standsAlone(text: string, start: number, close: number): boolean {
  const before = text.slice(0, start).replace(/\s/g, ' ').trim();
  const after = text.slice(close + 1).trim();
  return (
    /^(?:(?:const|let|var) [\w$]{1,60} ?= ?)?(?:await)?$/.test(before) &&
    (after === '' || after === ';' || (after.startsWith('.then(') && !after.includes('\n') && /\);?$/.test(after)))
  );
}

/** Reads `const name = literal` before a call; what is no literal stays unknown. */
function readNames(text: string, names: Map<string, Literal>): void {
  let budget = 200;
  const steps =
    /\b(?:(?:const|let|var)\s{1,9}([A-Za-z_$][\w$]{0,60})\s{0,9}=|([A-Za-z_$][\w$]{0,60})\.(?:append|set)(?=\())/g;
  for (const found of text.matchAll(steps)) {
    if (budget-- === 0) return;
    const end = found.index + found[0].length;
    try {
      if (found[1] !== undefined) names.set(found[1], readLiteral(text, end, names).value);
      else addPair(found[2]!, text, end, names);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
}

/** `headers.append("Name", "value")`: the name stands for the longer list from there on. */
function addPair(name: string, text: string, open: number, names: Map<string, Literal>): void {
  const target = names.get(name);
  const given = readList(text, open, ')', names, 0).value;
  if (target?.kind !== 'object' || given.kind !== 'list') return;
  const [key, value] = given.items.map((item) => textOf(item) ?? '');
  if (target.made !== 'URLSearchParams') {
    names.set(name, { ...target, pairs: [...target.pairs, [key ?? '', { kind: 'text', value: value ?? '' }]] });
    return;
  }
  const whole = new URLSearchParams(textOf(target.pairs[0]?.[1]) ?? '');
  whole.append(key ?? '', value ?? '');
  names.set(name, { ...target, pairs: [['', { kind: 'text', value: whole.toString() }]] });
}

function readCall(
  url: string,
  options: Literal | undefined,
  context: ImportContext,
  place: { readonly text: string; readonly at: number; readonly length: number },
): Imported {
  const pairs = options?.kind === 'object' ? new Map(options.pairs) : new Map<string, Literal>();
  const option = (name: string) => textOf(pairs.get(name));
  const referrer = /^https?:\/\//i.test(option('referrer') ?? '') ? option('referrer')! : undefined;
  const target = resolveUrl(url, referrer);
  if (target === undefined)
    throw errorAt(
      'NO_URL',
      `The address ${quoteShort(url)} has no host.`,
      place,
      'Write the whole URL, with https:// and the host.',
    );
  // Only these are written in upper case (https://fetch.spec.whatwg.org/#concept-method-normalize).
  const given = option('method') ?? 'GET';
  const method = /^(?:delete|get|head|options|post|put)$/i.test(given) ? given.toUpperCase() : given;
  if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/.test(method))
    throw errorAt('BAD_VALUE', `${quoteShort(method)} is not a method.`, place);
  const headers: Header[] = pairsOf(pairs.get('headers')).filter(([name]) =>
    /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name),
  );
  const has = (name: string) => headers.some(([one]) => one.toLowerCase() === name);
  const body = readBody(pairs.get('body'), place);
  if (body?.type && !has('content-type')) headers.push(['Content-Type', body.type]);
  if (referrer !== undefined && !has('referer')) headers.push(['Referer', referrer.replace(/#.*/s, '')]);
  const origin = originSent(referrer, target, method, option('mode'));
  if (origin !== undefined && !has('origin')) headers.push(['Origin', origin]);
  const inBrowser = option('mode') !== undefined || option('credentials') !== undefined || referrer !== undefined;
  const gaps: Gap[] = [];
  if (!has('cookie') && inBrowser && option('credentials') !== 'omit') {
    gaps.push(
      gap(
        'request-credentials',
        "The browser adds its cookies to this call; they do not stand in it. Node's form of the copy has them.",
      ),
    );
  }
  if (!has('user-agent') && inBrowser)
    gaps.push(gap('request-user-agent', 'The browser adds its User-Agent to this call; it does not stand in it.'));
  const request: Request = { method, url: target, headers, ...(body ? { body: { text: body.text } } : {}) };
  const send: SendOptions = {
    ...(option('redirect') === 'manual' || option('redirect') === 'error' ? {} : { follow: true, maxRedirects: 20 }),
    compressed: true,
  };
  return {
    exchange: { request, gaps, ...(context.name === undefined ? {} : { source: { name: context.name } }) },
    send,
    notes: [],
  };
}

/** The body's text, and the type that fetch adds for it. */
function readBody(
  literal: Literal | undefined,
  place: { readonly text: string; readonly at: number; readonly length: number },
): { readonly text: string; readonly type: string } | undefined {
  if (!literal || (literal.kind === 'plain' && (literal.value === null || literal.value === undefined)))
    return undefined;
  if (literal.kind === 'object' && literal.made === 'URLSearchParams') {
    return { text: textOf(literal.pairs[0]![1])!, type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  }
  const text = textOf(literal);
  if (text === undefined)
    throw errorAt(
      'BAD_VALUE',
      'The body is neither text nor URLSearchParams.',
      place,
      'fetch would send "[object Object]": JSON.stringify is missing around it.',
    );
  return { text, type: 'text/plain;charset=UTF-8' };
}

/** The Origin that a browser sends: with every method but GET and HEAD, and across origins in cors mode. */
function originSent(
  referrer: string | undefined,
  target: string,
  method: string,
  mode: string | undefined,
): string | undefined {
  if (referrer === undefined) return undefined;
  try {
    const from = new URL(referrer).origin;
    const crosses = from !== new URL(target).origin;
    return (crosses && mode !== 'no-cors' && mode !== 'navigate') || !/^(?:GET|HEAD)$/.test(method) ? from : undefined;
  } catch {
    return undefined;
  }
}

function resolveUrl(url: string, referrer: string | undefined): string | undefined {
  if (/^https?:\/\/[^\s/?#]/i.test(url))
    return url.replace(/#.*/s, '').replace(/[\s\x00-\x1f]/g, (char) => (char === ' ' ? '%20' : ''));
  if (referrer === undefined || url === '') return undefined;
  try {
    const { href, protocol } = new URL(url, referrer);
    return /^https?:$/.test(protocol) ? href.replace(/#.*/s, '') : undefined;
  } catch {
    return undefined;
  }
}
