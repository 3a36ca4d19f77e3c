import type { Visit } from './model.ts';

/** The request's headers as Fetch has them. */
export function headersOf({ received }: Visit): Headers {
  if (received instanceof Request) return received.headers;
  const headers = new Headers();
  for (const [name, value] of Object.entries(received as Record<string, string | string[] | undefined>)) {
    // HTTP/2 keeps the request line among the headers.
    if (value === undefined || name.startsWith(':')) continue;
    headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return headers;
}
