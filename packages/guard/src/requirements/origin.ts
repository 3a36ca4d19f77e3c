import type { Visit } from '../model.ts';

/**
 * What is wrong with where a request comes from, or undefined where nothing is. Sec-Fetch-Site cannot be set by a
 * page; Origin is the fallback of older browsers; a client that sends neither is no browser that a page could drive,
 * and the token decides alone (https://www.w3.org/TR/fetch-metadata/, RFC 6454).
 */
export function originFault(visit: Visit, allowed: ReadonlySet<string>): string | undefined {
  const { reader, received } = visit;
  const site = reader.header(received, 'sec-fetch-site');
  const origin = reader.header(received, 'origin');
  if (origin !== undefined && allowed.has(origin)) return undefined;
  if (site === 'same-origin' || site === 'none') return undefined;
  if (site !== undefined) return `Sec-Fetch-Site is ${site}, and Origin ${origin ?? '(none)'} is not allowed`;
  if (origin === undefined) return undefined;
  if (allowed.size === 0 && isOwnOrigin(origin, visit)) return undefined;
  return `Origin is ${origin}`;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** Whether a method changes nothing (RFC 9110 §9.2.1). */
export function isSafe(method: string): boolean {
  return SAFE.has(method);
}

/**
 * Whether a request asks for a WebSocket (RFC 6455 §4.1), though its method is safe. Any sign of one counts: what a
 * server takes for a handshake is the server's to say. Of a method that is not safe none does: it needs a token.
 */
export function isWebSocket({ reader, native, received }: Visit): boolean {
  const method = reader.method(native);
  if (reader.isHandshake === true || method === 'CONNECT') return true;
  if (!isSafe(method)) return false;
  const upgrade = reader.header(received, 'upgrade');
  if (upgrade !== undefined && /websocket/i.test(upgrade)) return true;
  return reader.header(received, 'sec-websocket-key') !== undefined;
}

/** Compares with Host. Behind TLS ending elsewhere the scheme is unknown, so that https is taken for both. */
function isOwnOrigin(origin: string, visit: Visit): boolean {
  const host = visit.reader.header(visit.received, 'host');
  if (host === undefined || host === '') return false;
  if (origin === `https://${host}`) return true;
  return visit.reader.secure(visit.native) !== true && origin === `http://${host}`;
}
