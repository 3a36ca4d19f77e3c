import type { Exchange } from '../model/exchange.ts';
import type { Outcome } from '../model/experiment.ts';
import { decodePercent, header, isSafe, splitUrl } from '../model/http.ts';
import type { Catalogue } from './catalogue.ts';
import { gather } from './gather.ts';
import { chanceRefused } from './refusal.ts';

/** How an answer stands to the refusal that it is held against. Volatile parts (ids, times, tokens, the path echoed) do not count. */
export function compare(refused: Exchange, answer: Exchange, catalogue: Catalogue): Outcome {
  if (!answer.response || !refused.response) return 'failed';
  if (isAllowed(answer, catalogue)) return 'allowed';
  return signatureOf(answer) === signatureOf(refused) ? 'refused-alike' : 'refused-otherwise';
}

/** Whether an answer lets the request through: a success with no refusal inside, or a redirect that leads to no login. */
export function isAllowed(exchange: Exchange, catalogue: Catalogue): boolean {
  const status = exchange.response?.status ?? 0;
  if (status === 0 || status >= 400) return false;
  const refused = chanceRefused(exchange, gather(exchange, catalogue.readers), []) >= 0.5;
  return !refused && (status < 300 || leadsOn(exchange));
}

/** A redirect is the usual answer to a write that was done; for a read it is one only where it leads to the same place. */
function leadsOn({ request, response }: Exchange): boolean {
  if (!isSafe(request.method)) return true;
  const path = splitUrl(request.url)?.target.split('?', 1)[0] ?? '/';
  const to = header(response, 'location') ?? '';
  if (/^https:/i.test(to) && /^http:/i.test(request.url)) return false;
  return (splitUrl(to)?.target ?? to).split('?', 1)[0]!.replace(/\/$/, '') === path.replace(/\/$/, '');
}

/** What stays the same when the same refusal is given twice. */
export function signatureOf({ request, response }: Exchange): string {
  const body = request.method === 'HEAD' ? '' : (response?.body?.text ?? '').slice(0, 20_000);
  const path = /^[a-z]+:\/\/[^/?#]*([^?#]*)/i.exec(request.url)?.[1] ?? '';
  const echoed = path.length > 1 ? body.replaceAll(path, '/').replaceAll(decodePercent(path), '/') : body;
  return [
    response?.status,
    header(response, 'www-authenticate')?.replace(/nonce="[^"]*"/g, ''),
    (header(response, 'content-type') ?? '').split(';', 1)[0],
    echoed
      // ids that are new in every answer: by the name of their field, or by their look
      .replace(ID_FIELD, '$1#')
      .replace(/[\w-]{10,}/g, (word) => (/\d/.test(word) && /[a-z]/i.test(word) ? '#' : word))
      .replace(/[0-9a-f]{8,}(?:-[0-9a-f]{4,}){0,5}/gi, '#')
      .replace(/\d+/g, '#')
      .replace(/\b[\w+/=-]{24,}/g, '#')
      .replace(/\s+/g, ' '),
  ].join('\n');
}

const ID_FIELD =
  /((?:id|denial|nonce|ray|timestamp|time|date|instance|trace)(?:["']\s{0,3}:\s{0,3}["']|>))[^"'<]{4,200}/gi;
