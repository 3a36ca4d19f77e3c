import type { Header } from '../../model/exchange.ts';

/** Header lines that the user gave, as given, and the names that were taken out (`-H 'Accept:'`). */
export interface UserHeaders {
  readonly lines: readonly string[];
  readonly removed: readonly string[];
}

/** What curl itself puts into a request. */
interface OwnHeaders {
  readonly host: string;
  readonly authorization: string | undefined;
  readonly range: Header | undefined;
  /** Empty where none is sent (`-A ''`). */
  readonly userAgent: string;
  readonly acceptEncoding: string | undefined;
  readonly te: boolean;
  readonly referer: string | undefined;
  readonly cookie: string | undefined;
  readonly condition: Header | undefined;
  readonly contentLength: number | undefined;
  readonly contentType: string | undefined;
  readonly multipart: boolean;
  readonly chunked: boolean;
  readonly oldHttp: boolean;
}

/**
 * Lays the headers out in curl's wire order: its own, then the user's, then those of the body. A header of the user's
 * takes the place of curl's own, Host stays first (lib/http.c, https://github.com/curl/curl).
 */
export function layHeaders(lines: readonly string[], own: OwnHeaders): readonly Header[] {
  const custom = lines.flatMap(readLines);
  const named = new Set(custom.map(({ name }) => name.toLowerCase()));
  const headers: Header[] = [];
  const put = (name: string, value: string | undefined) => {
    if (value !== undefined && !named.has(name.toLowerCase())) headers.push([name, value]);
  };
  const host = custom.find(({ name }) => name.toLowerCase() === 'host');
  if (!host) headers.push(['Host', own.host]);
  else if (host.value !== undefined) headers.push(['Host', host.value]);
  put('Authorization', own.authorization);
  if (own.range) put(...own.range);
  put('User-Agent', own.userAgent === '' ? undefined : own.userAgent);
  put('Accept', '*/*');
  if (own.te && !named.has('te')) {
    // The user's own Connection header is joined to the one that TE wants.
    const connection = custom.find(({ name }) => name.toLowerCase() === 'connection')?.value;
    headers.push(['Connection', connection ? `${connection}, TE` : 'TE'], ['TE', 'gzip']);
  }
  put('Accept-Encoding', own.acceptEncoding);
  put('Referer', own.referer);
  if (own.chunked && !own.oldHttp) put('Transfer-Encoding', 'chunked');
  put('Cookie', own.cookie);
  if (own.condition) put(...own.condition);
  for (const { name, value } of custom) {
    const lower = name.toLowerCase();
    if (value === undefined || lower === 'host') continue;
    if (lower === 'connection' && own.te) continue;
    // A multipart body brings its own boundary, so its type stands with the body.
    if (lower === 'content-type' && own.multipart) continue;
    headers.push([name, value]);
  }
  // A body that the user's own header sends in chunks has no length (RFC 9112 section 6.2).
  const isChunked = custom.some(
    ({ name, value }) => name.toLowerCase() === 'transfer-encoding' && /chunked/i.test(value ?? ''),
  );
  if (!isChunked) put('Content-Length', own.contentLength === undefined ? undefined : String(own.contentLength));
  const ownType = custom.find(({ name }) => name.toLowerCase() === 'content-type');
  if (own.multipart && ownType) {
    const boundary = own.contentType!.slice(own.contentType!.indexOf(';'));
    if (ownType.value !== undefined) headers.push(['Content-Type', `${ownType.value}${boundary}`]);
  } else put('Content-Type', own.contentType);
  return headers;
}

interface Line {
  readonly name: string;
  /** Absent where the header was taken out. */
  readonly value: string | undefined;
}

/** One `-H`: `Name: value`, `Name:` (take it out), `Name;` (send it empty). Text without either mark is not sent. */
function readLines(text: string): readonly Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon > 0) {
      // Spaces at the end go out as they are.
      const value = line.slice(colon + 1).replace(/^[ \t]+/, '');
      return [{ name: line.slice(0, colon), value: value === '' ? undefined : value }];
    }
    const empty = colon < 0 ? /^([^;\s][^;]{0,999});\s{0,99}$/.exec(line) : null;
    return empty ? [{ name: empty[1]!, value: '' }] : [];
  });
}
