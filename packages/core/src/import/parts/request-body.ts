import type { Body, Header } from '../../model/exchange.ts';
import { type Gap, gap } from '../../model/gap.ts';
import { encodeUtf8 } from './bytes.ts';

/** A request's body and headers as they can be sent again, and what had to be changed for it. */
interface FittedBody {
  readonly headers: readonly Header[];
  readonly body?: Body;
  readonly gaps: readonly Gap[];
}

/** A body of which only the size is known: it cannot be sent again. */
export function unknownBody(size: number): Body {
  return { text: '', cutFrom: size };
}

/**
 * Makes Content-Length say what the body is. Copying changes line ends and white space, and a request whose length is
 * wrong would keep the server waiting. Where a length is told and no body is there, the body is marked as not known.
 */
export function fitBody(headers: readonly Header[], body: Body | undefined): FittedBody {
  const at = headers.findIndex(([name]) => name.toLowerCase() === 'content-length');
  const told = at < 0 ? Number.NaN : Number(headers[at]![1]);
  if (!Number.isSafeInteger(told)) return { headers, ...(body ? { body } : {}), gaps: [] };
  if (!body) {
    if (told <= 0) return { headers, gaps: [] };
    return {
      headers,
      body: unknownBody(told),
      gaps: [gap('request-body', `The request body, ${told} bytes by its Content-Length, is not shown.`)],
    };
  }
  const size = body.cutFrom ?? body.bytes?.length ?? encodeUtf8(body.text).length;
  if (size === told) return { headers, body, gaps: [] };
  return {
    headers: headers.map((header, index) => (index === at ? [header[0], String(size)] : header)),
    body,
    gaps: [
      gap(
        'request-changed',
        `The request body has ${size} bytes here and had ${told} when it was sent: copying changed it.`,
      ),
    ],
  };
}
