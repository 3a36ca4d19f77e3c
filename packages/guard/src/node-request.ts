import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { groupHeaders } from './adapt.ts';
import type { Answer, Reader } from './model.ts';
import { unreadField } from './node-form.ts';

/** A request of Node, with what frameworks built on it add. */
export type NodeRequest = IncomingMessage & { readonly originalUrl?: string; readonly body?: unknown };

/** Reads Node's own requests. */
export const NODE_READER: Reader<NodeRequest> = {
  name: 'node',
  method: (req) => req.method ?? '',
  target: (req) => req.originalUrl ?? req.url ?? '',
  headers: (req) => req.headers,
  header(headers: IncomingHttpHeaders, name) {
    const value = headers[name] ?? (name === 'host' ? headers[':authority'] : undefined);
    return Array.isArray(value) ? value.join(', ') : value;
  },
  peer: (req) => req.socket.remoteAddress,
  secure: (req) => (req.socket as TLSSocket).encrypted === true,
  field: (req, name) => fieldOf(req.body, name) ?? unreadField(req, name),
  route: () => undefined,
};

/** A field of a body that the framework has parsed. */
export function fieldOf(body: unknown, name: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined;
  const value = (body as Record<string, unknown>)[name];
  // @fastify/multipart may attach a field with all that is known of it.
  const text = typeof value === 'object' && value !== null ? (value as { value?: unknown }).value : value;
  return typeof text === 'string' ? text : undefined;
}

/** Sends an answer. Where the application has begun one of its own, the connection is cut: nothing of it may pass. */
export function sendNode(res: ServerResponse, answer: Answer): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  res.statusCode = answer.status;
  for (const [name, value] of groupHeaders(answer.headers)) res.setHeader(name, value);
  res.end(answer.body);
}

/** Puts the headers of an allowed request on its answer. */
export function setHeaders(res: ServerResponse, headers: Answer['headers']): void {
  for (const [name, value] of headers) res.setHeader(name, value);
}
