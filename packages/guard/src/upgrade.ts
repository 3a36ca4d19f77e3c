import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type Behind, type Enforced, type Known, knownOf, mark, type PlacedOptions, prepare } from './adapt.ts';
import { isPromise } from './ask.ts';
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { NODE_READER } from './node-request.ts';
import { checkGuard, checkHandler, checkOptions, maybe, options as optionsOf } from './options.ts';
import { allOf } from './requirements/all-of.ts';
import { ORIGINS } from './requirements/csrf.ts';
import { handshake } from './requirements/handshake.ts';
import { makeRoute, type Route } from './routes/route.ts';

/** A listener of the event `upgrade` of `node:http`. */
export type UpgradeListener = (req: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** `allowRequest` of socket.io and engine.io. */
export type AllowRequest = (
  req: IncomingMessage,
  callback: (message: string | null | undefined, isAllowed: boolean) => void,
) => void;

export interface UpgradeOptions {
  /** Origins whose pages may connect besides the own one. Once any is given, the own one must be among them. */
  readonly origins?: readonly string[];
}

export interface UpgradeGuard {
  /**
   * A listener that calls `accept` for handshakes that pass, and answers the others as HTTP:
   * `server.on('upgrade', guard(authenticated(), (req, socket, head) => wss.handleUpgrade(req, socket, head, connect)))`.
   */
  <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    accept: (req: IncomingMessage, socket: Duplex, head: Buffer, known: Known<Behind<R, O>>) => void,
    options?: O,
  ): UpgradeListener;
  /**
   * For socket.io, which judges polling and WebSockets alike: `new Server(http, { allowRequest: guard.allowRequest(…) })`.
   * `callerOf(socket.request)` then tells who calls.
   */
  allowRequest(requirement: Requirement, options?: PlacedOptions): AllowRequest;
  /** What this guard guards, by the names that were given as `route`. */
  table(): readonly Route[];
}

const OPTIONS = optionsOf({ origins: maybe(ORIGINS) });

const READER: Reader<IncomingMessage> = { ...NODE_READER, name: 'upgrade', isHandshake: true };

/**
 * Guards for handshakes of WebSockets, on `ws`, socket.io and whatever listens for `upgrade`. Each is judged by Origin
 * and Sec-Fetch-Site first: a cookie comes along with a handshake of any site's page, and no token can.
 */
export function upgrade(core: Guard, options: UpgradeOptions = {}): UpgradeGuard {
  checkGuard('upgrade', core);
  checkOptions('upgrade', OPTIONS, options);
  const origin = handshake(new Set(options.origins ?? []));
  const routes: Route[] = [];

  function prepareHandshake(requirement: Requirement, route: PlacedOptions): Requirement {
    // Around the route's options too: what is only tried out does not try out the adapter's own check.
    const prepared = prepare(core, requirement, route);
    const whole = prepared.judgesOrigin === true ? prepared : allOf(origin, prepared);
    routes.push(makeRoute('GET', route.route ?? '…', [whole]));
    return whole;
  }

  const guard = <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    accept: (req: IncomingMessage, socket: Duplex, head: Buffer, known: Known<Behind<R, O>>) => void,
    route?: O,
  ): UpgradeListener => {
    checkHandler('upgrade', accept);
    const prepared = prepareHandshake(requirement, route ?? {});
    const conclude = (req: IncomingMessage, socket: Duplex, head: Buffer, decision: SafeDecision): void => {
      socket.off('error', ignore);
      if (!decision.allowed) refuse(socket, decision.answer);
      else if (!socket.destroyed) {
        accept(req, socket, head, knownOf<Behind<R, O>>(decision));
      }
    };
    const listener: UpgradeListener = (req, socket, head) => {
      // A client may go away while it is judged; nobody else listens yet.
      socket.on('error', ignore);
      const decision = decideSafely(core, READER, req, prepared);
      if (isPromise(decision)) decision.then((value) => conclude(req, socket, head, value));
      else conclude(req, socket, head, decision);
    };
    return mark(listener, prepared);
  };

  return Object.assign(guard, {
    allowRequest(requirement: Requirement, route: PlacedOptions = {}): AllowRequest {
      const prepared = prepareHandshake(requirement, route);
      return async (req, callback) => {
        const decision = await decideSafely(core, READER, req, prepared);
        if (decision.allowed) callback(null, true);
        else callback(decision.answer.body.trim(), false);
      };
    },
    table: () => [...routes],
  });
}

function ignore(): void {}

/** Answers in plain HTTP and closes: there is no response to write to before a connection is upgraded. */
function refuse(socket: Duplex, answer: Answer): void {
  if (socket.destroyed) return;
  socket.on('error', ignore);
  const lines = answer.headers.map(([name, value]) => `${name}: ${value.replace(/[\r\n]/g, ' ')}`);
  const head = [`HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Refused'}`, 'connection: close', ...lines];
  socket.end(`${head.join('\r\n')}\r\n\r\n${answer.body}`, () => socket.destroy());
}
