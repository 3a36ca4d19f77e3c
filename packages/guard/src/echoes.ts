import type { Visit } from './model.ts';
import { receivedHeaders } from './received.ts';

/**
 * What came with a request and turns up again in a sentence about it, as in the message of an error (`no row for …`):
 * session ids, keys and passwords, whatever they look like. A record must not hold them, and no form tells all of them.
 */

/** Headers whose values are no secrets, and may be named. */
const HARMLESS =
  /^(?:host|accept.*|user-agent|connection|content-(?:type|length)|origin|referer|via|forwarded|x-forwarded-.*|x-real-ip|sec-.*|upgrade.*|cache-control|pragma|te|dnt|if-.*|range|traceparent)$/;
/** Pieces of a sentence that may be a value. Words as people write them are not looked for: they stand anywhere. */
const PIECE = /[^\s"'`,;:=&/()<>{}[\]]{6,}/g;
const WORD = /^[A-Za-z]?[a-z]{1,30}[.!?]?$/;
const MOST = 8000;

/** Takes out of texts what came with a request as a value. What it looks in is put together once, and only where needed. */
export function echoesOf(visit: Visit): (text: string) => string {
  let values: string | undefined;
  // A sentence stands in a record twice.
  let last = { text: '', clean: '' };
  return (text) => {
    if (text !== last.text) last = { text, clean: text.replace(PIECE, withoutValue) };
    return last.clean;
  };

  function withoutValue(piece: string): string {
    if (WORD.test(piece)) return piece;
    values ??= valuesOf(visit);
    return values.includes(piece.replace(/[.!?…]+$/, '')) ? '(credentials)' : piece;
  }
}

function valuesOf(visit: Visit): string {
  try {
    const kept: string[] = [];
    for (const [name, value] of receivedHeaders(visit)) {
      if (!HARMLESS.test(name)) kept.push(value, decodedBasic(value));
    }
    const target = visit.reader.target(visit.native);
    kept.push(target.slice(target.indexOf('?') + 1));
    const all = kept.join('\n').slice(0, MOST);
    return all.includes('%') ? `${all}\n${decodedUri(all)}` : all;
  } catch {
    // A request whose headers cannot be read has none that a sentence could repeat.
    return '';
  }
}

function decodedBasic(value: string): string {
  return /^basic /i.test(value) ? Buffer.from(value.slice(6), 'base64').toString('utf8') : '';
}

function decodedUri(text: string): string {
  return text.replace(/%[0-9a-f]{2}/gi, (code) => String.fromCharCode(Number.parseInt(code.slice(1), 16)));
}
