/** A header of a request. Where the platform keeps Host out of the headers, it stands in the URL. */
export function webHeader(request: Request, name: string): string | undefined {
  return request.headers.get(name) ?? (name === 'host' ? new URL(request.url).host : undefined);
}

const MOST_BYTES = 1_000_000;

/** A field of a URL-encoded form, read from a copy of the request so that the handler can read it too. */
export async function formField(request: Request, name: string): Promise<string | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded *(?:;|$)/i.test(type) || request.body === null || request.bodyUsed) {
    return undefined;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const { body } = request.clone();
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get(name) ?? undefined;
}
