import type { Header } from '../model/exchange.ts';
import { gap } from '../model/gap.ts';
import type { Importer } from '../model/importer.ts';
import { answered, type Recorded } from './parts/recorded.ts';

const REQUEST =
  /^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|LINK|UNLINK|PURGE|LOCK|UNLOCK|PROPFIND|VIEW) (\S{1,8000})[ \t]{0,9}$/;
const EXPECTED = /^HTTP(?:\/[0-9.]{1,3})? (\d{3}|\*)[ \t]{0,9}$/;

/** A file of Hurl: requests, and the answers that are expected of them, which are not those that came. */
const hurl: Importer = {
  id: 'hurl',
  title: 'Hurl file',
  accepts(text, name) {
    const head = text.slice(0, 16_384).replace(/\r/g, '');
    if (!/^\s{0,200}(?:#[^\n]{0,300}\n\s{0,99}){0,40}[A-Z]{3,10} \S/.test(head)) return false;
    return (
      /\.hurl$/i.test(name ?? '') ||
      (/^(?:HTTP (?:\d{3}|\*)|\[(?:Asserts|Captures|QueryStringParams|Query|FormParams|Form|Options|Cookies|BasicAuth|MultipartFormData)\])[ \t]{0,9}$/m.test(
        head,
      ) &&
        /^[A-Z]{3,10} (?:https?:\/\/|\{\{)\S{1,8000}[ \t]{0,9}$/m.test(head))
    );
  },
  read: (text, context) => answered(readEntries(text), 'a file of Hurl', context),
};

export default hurl;

function readEntries(text: string): readonly Recorded[] {
  const entries: Recorded[] = [];
  let lines: string[] = [];
  const end = (): void => {
    const one = readEntry(lines);
    if (one) entries.push(one);
    lines = [];
  };
  for (const line of text.split(/\r?\n/)) {
    if (REQUEST.test(line)) end();
    lines.push(line);
  }
  end();
  return entries;
}

function readEntry([first = '', ...rest]: readonly string[]): Recorded | undefined {
  const request = REQUEST.exec(first);
  if (!request) return undefined;
  const stop = rest.findIndex((line) => EXPECTED.test(line));
  const own = stop < 0 ? rest : rest.slice(0, stop);
  const headers: Header[] = [];
  const sections = new Map<string, string[]>();
  const body: string[] = [];
  let section: string[] | undefined;
  for (const line of own) {
    const opened = /^\[(\w{2,30})\][ \t]{0,9}$/.exec(line)?.[1];
    const field = /^([\w-]{1,100}): ?(.*)$/.exec(line);
    if (opened !== undefined) {
      section = [];
      sections.set(opened, section);
    } else if (line.startsWith('#')) continue;
    else if (section && (field ?? line.trim() === '')) section.push(line);
    else if (field && body.length === 0) headers.push([field[1]!, field[2]!]);
    else if (line.trim() !== '' || body.length > 0) body.push(line);
  }
  const query = pairsOf(sections.get('QueryStringParams') ?? sections.get('Query'));
  const form = pairsOf(sections.get('FormParams') ?? sections.get('Form'));
  const cookies = pairsOf(sections.get('Cookies')).map(([name, value]) => `${name}=${value}`);
  const expected = stop < 0 ? undefined : EXPECTED.exec(rest[stop]!)![1];
  return {
    method: request[1]!,
    url: request[2]! + (query.length > 0 ? `${request[2]!.includes('?') ? '&' : '?'}${encoded(query)}` : ''),
    headers: [
      ...headers,
      ...(cookies.length > 0 ? [['Cookie', cookies.join('; ')] as const] : []),
      ...(form.length > 0 ? [['Content-Type', 'application/x-www-form-urlencoded'] as const] : []),
    ],
    body: body.join('\n').trim() || (form.length > 0 ? encoded(form) : undefined),
    ...(expected === undefined
      ? {}
      : { gaps: [gap('response', `The file says what is expected (${expected}), not what came.`)] }),
  };
}

function pairsOf(lines: readonly string[] = []): readonly (readonly [string, string])[] {
  return lines.flatMap((line): (readonly [string, string])[] => {
    const pair = /^([^:]{1,200}): ?(.*)$/.exec(line);
    return pair ? [[pair[1]!, pair[2]!]] : [];
  });
}

function encoded(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .map(([name, value]) => `${encodeURIComponent(name)}=${value.includes('{{') ? value : encodeURIComponent(value)}`)
    .join('&');
}
