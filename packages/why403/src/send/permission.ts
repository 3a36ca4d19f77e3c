// Leave to send. It is decided here and nowhere else: by what the user gave (a command line, a request, a record), by the options,
// and by the method. A sender is made from nothing else.
import { type Form, isSafeRequest, type Request, type SendOptions, UNKNOWN_URL } from '@why403/core';

declare const given: unique symbol;

/** Leave to send the user's own requests, and what experiments may do. Only `permissionFor` makes one. */
export interface Permission {
  readonly [given]: true;
  /** The user's own requests that may be sent as they stand. The first one's origin is home; empty where nothing may be sent. */
  readonly own: readonly Request[];
  /** How each of them is sent: the proxy that the user set for it is not gone around. */
  readonly ways: readonly SendOptions[];
  /** Whether the way without that proxy may be tried too (`--try-direct`). */
  readonly direct: boolean;
  /** Why the refused request is not sent, as a sentence; absent where it is. */
  readonly because?: string;
  /** Why the working request is not sent, where there is one. */
  readonly workingBecause?: string;
  /** Whether requests that may change something can be varied, and a refused one sent a second time. */
  readonly writes: boolean;
  /** Requests in all, those of redirects and authentication included. */
  readonly maxRequests: number;
}

/** A request that the user gave, and what it was read from. */
export interface Given {
  readonly request: Request;
  readonly send?: SendOptions;
  readonly form?: Form;
}

/** The options that decide. */
export interface Choices {
  /** `--send` and `--no-send`; neither where absent. */
  readonly send?: boolean;
  /** `--yes`: agrees beforehand to what would be asked. */
  readonly yes?: boolean;
  readonly allowWrites?: boolean;
  readonly maxRequests?: number;
  readonly tryDirect?: boolean;
}

/** Asks the user; absent where nobody can be asked. */
export type Confirm = (question: string) => Promise<boolean>;

const DEFAULT_REQUESTS = 12;

/** Decides what may be sent. `working` is a second request of the user's own. */
export async function permissionFor(
  refused: Given,
  working: Given | undefined,
  choices: Choices,
  confirm?: Confirm,
): Promise<Permission> {
  const because = await whyNot(refused, choices, confirm);
  const workingBecause = working && (because ?? (await whyNot(working, choices, confirm)));
  const own = because === undefined ? [refused, ...(working && workingBecause === undefined ? [working] : [])] : [];
  return {
    own: own.map(({ request }) => request),
    ways: own.map(({ send = {} }) => send),
    direct: choices.tryDirect === true,
    ...(because !== undefined && { because }),
    ...(workingBecause !== undefined && { workingBecause }),
    writes: choices.allowWrites === true,
    maxRequests: choices.maxRequests ?? DEFAULT_REQUESTS,
  } as unknown as Permission;
}

async function whyNot(
  { request, form = 'record' }: Given,
  choices: Choices,
  confirm: Confirm | undefined,
): Promise<string | undefined> {
  if (choices.send === false) return 'Nothing was sent: --no-send.';
  if (request.url.startsWith(UNKNOWN_URL))
    return 'Nothing was sent: the request does not name its host. Add its Host header, or give its whole URL.';
  const named = choices.send === true;
  if (form === 'record' && !named)
    return 'Nothing was sent: this comes from a recording, a log or a text with more in it than one request. --send sends it.';
  if (form === 'command' || isSafeRequest(request) || choices.yes === true || (form === 'request' && named))
    return undefined;
  const method = request.method.slice(0, 40);
  if (
    confirm &&
    (await confirm(`${method} ${request.url.split(/[?#]/, 1)[0]!.slice(0, 200)} may change something. Send it?`))
  )
    return undefined;
  return `Nothing was sent: ${method} may change something, and this is not a command line. ${named ? '--yes sends it.' : '--send or --yes sends it.'}`;
}
