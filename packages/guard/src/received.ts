import type { Visit } from './model.ts';

/** The request's headers by name, on whatever platform; of HTTP/2 without the request line that stands among them. */
export function* receivedHeaders({ received }: Visit): Generator<readonly [name: string, value: string]> {
  if (received instanceof Request) {
    yield* received.headers;
    return;
  }
  for (const [name, value] of Object.entries(received as Record<string, string | string[] | undefined>)) {
    if (value !== undefined && !name.startsWith(':')) yield [name, Array.isArray(value) ? value.join(', ') : value];
  }
}

/** The request's headers as Fetch has them. */
export function headersOf(visit: Visit): Headers {
  if (visit.received instanceof Request) return visit.received.headers;
  const headers = new Headers();
  for (const [name, value] of receivedHeaders(visit)) headers.set(name, value);
  return headers;
}
