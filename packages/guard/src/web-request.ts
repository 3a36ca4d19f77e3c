import { formType, searchForm } from './form.ts';

/** A header of a request. Where the platform keeps Host out of the headers, it stands in the URL. */
export function webHeader(request: Request, name: string): string | undefined {
  return request.headers.get(name) ?? (name === 'host' ? new URL(request.url).host : undefined);
}

/** A field of a form, read from the beginning of a copy of the request so that the handler can read it too. */
export async function formField(request: Request, name: string): Promise<string | undefined> {
  const form = formType(request.headers.get('content-type') ?? undefined);
  if (form === undefined || request.body === null || request.bodyUsed) return undefined;
  const search = searchForm(form, name);
  const reader = (request.clone().body as ReadableStream<Uint8Array>).getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) if (search.add(piece.value)) break;
  // Not waited for: one of two copies is only rid of when the other is (https://streams.spec.whatwg.org/#abstract-opdef-readablestreamdefaulttee).
  reader.cancel().catch(() => undefined);
  return search.value();
}
