import type { Body } from '../../model/exchange.ts';
import { type Gap, gap } from '../../model/gap.ts';
import { encodeUtf8 } from './bytes.ts';

/** Most of a response's body that an importer keeps, in UTF-16 units: refusals speak early. */
export const KEPT_BODY = 4 * 1024 * 1024;

/** Cuts a response's body to what is kept, and says so in words for the user. */
export function cutBody(body: Body): { readonly body: Body; readonly gaps: readonly Gap[] } {
  if (body.text.length <= KEPT_BODY) return { body, gaps: [] };
  const size = body.bytes?.length ?? encodeUtf8(body.text).length;
  return {
    body: { text: body.text.slice(0, KEPT_BODY), cutFrom: size },
    gaps: [
      gap(
        'response-body-cut',
        `The response body has ${size} bytes; its first ${KEPT_BODY / 1024 / 1024} MiB were read.`,
      ),
    ],
  };
}
