import type { ServerResponse } from 'node:http';
import {
  type Asks,
  admit,
  asking,
  type Behind,
  type Enforced,
  errorOf,
  type Knows,
  prepare,
  type RouteOptions,
  telling,
} from './adapt.ts';
import { decideSafely, type Guard } from './guard.ts';
import type { Reader, Requirement } from './model.ts';
import { unreadField } from './node-form.ts';
import { fieldOf, NODE_READER, type NodeRequest, sendNode, setHeaders } from './node-request.ts';
import { checkGuard } from './options.ts';
import { readNest } from './routes/nest.ts';
import type { Route } from './routes/route.ts';

/** What is used of NestJS's `ExecutionContext`. */
export interface NestContext {
  switchToHttp(): { getRequest(): NestRequest; getResponse(): NestResponse };
}

/** A request of Express, or one of Fastify with Node's own in `raw`. */
export type NestRequest = NodeRequest & {
  readonly raw?: NodeRequest;
  readonly baseUrl?: string;
  readonly route?: { readonly path?: unknown };
  readonly routeOptions?: { readonly url?: string };
};
type NestResponse = ServerResponse & { readonly raw?: ServerResponse; hijack?(): void };

/** Fits `@UseGuards()` and `useGlobalGuards()`. */
export interface NestCanActivate {
  canActivate(context: NestContext): Promise<boolean>;
}

export interface NestGuard extends Asks<NestRequest> {
  <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): NestCanActivate & Knows<Behind<R, O>>;
  /** Answers for an object that is not there exactly as for a hidden one; the handler takes `@Res()`. */
  absent(request: object, response: object): void;
  /** The routes of an application, with what they demand. */
  table(app: object): readonly Route[];
}

/** Reads requests of Nest, on Express or Fastify. */
export const nestReader: Reader<NestRequest> = {
  name: 'nest',
  method: (request) => request.method ?? '',
  target: (request) => request.originalUrl ?? request.url ?? '',
  headers: (request) => (request.raw ?? request).headers,
  header: NODE_READER.header,
  peer: (request) => NODE_READER.peer(request.raw ?? request),
  secure: (request) => NODE_READER.secure(request.raw ?? request),
  field: (request, name) => fieldOf(request.body, name) ?? unreadField(request.raw ?? request, name),
  route(request) {
    const path = request.routeOptions?.url ?? request.route?.path;
    return typeof path === 'string' ? `${request.baseUrl ?? ''}${path}` : undefined;
  },
};

/**
 * Guards for NestJS, on Express or Fastify: `@UseGuards(guard(role('admin')))`. The request then carries `caller` and
 * `object`; `callerOf(request)` tells the caller too.
 */
export function nest(core: Guard): NestGuard {
  checkGuard('nest', core);
  const guard = <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): NestCanActivate & Knows<Behind<R, O>> => {
    const prepared = prepare(core, requirement, options ?? {});
    const canActivate = async (context: NestContext): Promise<boolean> => {
      const http = context.switchToHttp();
      const request = http.getRequest();
      const response = http.getResponse();
      const decision = await decideSafely(core, nestReader, request, prepared);
      if (!decision.allowed) {
        const error = errorOf(decision.answer);
        if (error !== undefined) throw error;
        send(response, decision.answer);
        // Answering `false` would let Nest write a second answer, and its filters change this one. A guard that never
        // settles ends the request here; nothing holds the promise, so that it is collected with the request.
        return new Promise(() => undefined);
      }
      setHeaders(response.raw ?? response, decision.headers);
      Object.assign(request, admit(request, prepared, decision));
      return true;
    };
    return telling<NestCanActivate, Behind<R, O>>({ canActivate }, prepared);
  };
  return Object.assign(guard, {
    absent: (request: object, response: object) =>
      send(response as NestResponse, core.absent(nestReader, request as NestRequest)),
    ...asking(core, nestReader),
    table: readNest,
  });
}

function send(response: NestResponse, answer: Parameters<typeof sendNode>[1]): void {
  response.hijack?.();
  sendNode(response.raw ?? response, answer);
}
