import { InputError } from '../../model/errors.ts';
import { decodeUtf8 } from '../parts/bytes.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import type { ReadFile } from './data.ts';
import type { Draft, Given } from './draft.ts';
import type { Location } from './locate.ts';

/** What curl remembers of hosts in files: that one is only spoken with by TLS (`--hsts`), or is served elsewhere (`--alt-svc`). */
export function applyKnown(location: Location, draft: Draft, text: string, read: ReadFile): Location {
  const hsts = draft.last.get('hsts');
  const secured: Location =
    location.scheme === 'http' && linesOf(hsts, read).some((line) => isKept(line, location.host))
      ? { ...location, scheme: 'https' }
      : location;
  const elsewhere = draft.last.get('alt-svc');
  const found = linesOf(elsewhere, read).find((line) => leadsAway(line, secured));
  if (!found) return secured;
  const { word } = elsewhere!.setting;
  throw errorAt(
    'UNSUPPORTED_OPTION',
    `The file of curl's --alt-svc leads this host elsewhere: ${quoteShort(found, 100)}.`,
    { text, at: word.at, length: word.length },
    'Leave the option out, or name the other host with --connect-to.',
  );
}

function linesOf(given: Given | undefined, read: ReadFile): readonly string[] {
  if (!given?.value) return [];
  try {
    return decodeUtf8(read(given.value)).split('\n', 10_000);
  } catch (error) {
    // curl starts with an empty memory where there is no file
    if (error instanceof InputError) return [];
    throw error;
  }
}

/** `.example.com "20301231 10:00:00"`: the dot stands for all below it. */
function isKept(line: string, host: string): boolean {
  const [, dot, name = '', until = ''] = /^(\.)?([^\s#]{1,253})[ \t]+"([^"]{1,40})"/.exec(line) ?? [];
  const own = host.toLowerCase().replace(/\.$/, '');
  const kept = name.toLowerCase().replace(/\.$/, '');
  return kept !== '' && (own === kept || (dot !== undefined && own.endsWith(`.${kept}`))) && !isOver(until);
}

/** `h2 example.com 443 h2 other.example.com 8443 "20301231 10:00:00" 0 0`. */
function leadsAway(line: string, { scheme, host, port }: Location): boolean {
  const [, , name, own, , , , until = ''] =
    /^(\S{1,10}) (\S{1,253}) (\d{1,5}) (\S{1,10}) (\S{1,253}) (\d{1,5}) "([^"]{1,40})"/.exec(line) ?? [];
  if (scheme !== 'https' || name === undefined) return false;
  return name.toLowerCase() === host.toLowerCase() && Number(own) === (port ?? 443) && !isOver(until);
}

function isOver(until: string): boolean {
  const [, year, month, day, time] = /^(\d{4})(\d{2})(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(until) ?? [];
  return year !== undefined && Date.parse(`${year}-${month}-${day}T${time}Z`) < Date.now();
}
