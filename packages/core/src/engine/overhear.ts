import type { Claim } from '../model/cause.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Catalogue } from './catalogue.ts';
import { gather } from './gather.ts';
import { claimsOfWords, said } from './words.ts';

/** What a line says that was not meant for the caller, a server's log for one: by its words alone, whatever product wrote it. */
export function overhear(line: string, catalogue: Catalogue): readonly Claim[] {
  const exchange: Exchange = {
    request: { method: 'GET', url: 'http://localhost/', headers: [] },
    response: { status: 403, headers: [['Content-Type', 'text/plain']], body: { text: line } },
    gaps: [],
  };
  return claimsOfWords(exchange, said(gather(exchange, catalogue.readers)), catalogue.causes);
}
