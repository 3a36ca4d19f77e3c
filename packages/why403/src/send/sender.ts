// The one way out: everything that why403 sends goes through a sender, and a sender is made from a permission. What is promised of
// sending (home origin, number, repeats, waits, proxy) is held here, whatever a caller asks for.
import { type Exchange, isSafeRequest, passwordsOf, type Request, type SendOptions } from '@why403/core';
import { SendError } from './error.ts';
import type { Permission } from './permission.ts';
import { chooseProxy, withProxy } from './proxy.ts';
import { type SendLimits, type SendReason, send } from './send.ts';
import { originOf, parseTarget } from './target.ts';
import { waitAsked } from './wait-asked.ts';

export type BudgetErrorCode = 'ORIGIN' | 'PROXY' | 'BUDGET' | 'METHOD' | 'PASSWORD' | 'WAIT';

/** A send that must not be made. The caller asks first (`refuses`, `left`, `waitMs`); to run into this is a bug of its own. */
export class BudgetError extends Error {
  override readonly name = 'BudgetError';
  readonly code: BudgetErrorCode;
  /** Milliseconds until the server's Retry-After is over, where `code` is `WAIT`. */
  readonly waitMs: number;

  constructor(code: BudgetErrorCode, message: string, waitMs = 0) {
    super(message);
    this.code = code;
    this.waitMs = waitMs;
  }
}

/** What a request is: `varied` is also one of the user's own as it stands; `wrong` carries a credential that cannot be right. */
export type SendKind = 'varied' | 'wrong';

export interface SenderSettings {
  readonly permission: Permission;
  /** Another origin that public documents are fetched from (`fetch`), beside those of the user's own requests. */
  readonly publicOrigins?: readonly string[];
  /** Whether an answer lets the request through. Without it, everything below 400 does. */
  readonly passed?: (exchange: Exchange) => boolean;
  /** Proxy variables; the user's own options go before them. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Told before each request that goes out, with its number from 1 on. */
  readonly onSend?: (request: Request, number: number, reason: SendReason) => void;
  readonly limits?: Omit<SendLimits, 'gate' | 'env'>;
  readonly signal?: AbortSignal;
}

export interface Sender {
  /** Sends one request. Throws BudgetError where `refuses` has a reason, and SendError where no answer came. */
  send(request: Request, options: SendOptions, kind?: SendKind): Promise<Exchange>;
  /** Fetches a public document with GET, without anything of the user's: no credentials, cookies or headers. */
  fetch(url: string, options: SendOptions): Promise<Exchange>;
  /** Why this request must not go out, as a sentence, or undefined. The number of requests and waits are asked apart. */
  refuses(request: Request, options: SendOptions, kind?: SendKind): string | undefined;
  /** No more is sent with the passwords of this request: they were, or may have been, refused as wrong. */
  spendPasswords(request: Request, options: SendOptions): void;
  /** Requests that went out so far. */
  sent(): number;
  left(): number;
  /** Milliseconds until this may be sent, as the last answers from there ask; 0 when there is nothing to wait for. */
  waitMs(request: Pick<Request, 'url'>): number;
  /** Every exchange so far but those of `fetch`, in the order in which they ended; redirects stand in their `redirects`. */
  exchanges(): readonly Exchange[];
}

/** Times that one and the same request that may change something is sent at most while it is refused. */
const MOST_UNSAFE = 2;
/** Times that a password or a one-time secret in a request that may change something is sent at most. */
const MOST_PASSWORD = 2;
/** A public document is fetched within this time, and no larger. */
const FETCH_LIMITS = { timeout: 8000, maxBodyBytes: 20 * 1024 * 1024 };

interface Tally {
  times: number;
  passed: boolean;
}

/** A sender that holds what its permission says. */
export function createSender(settings: SenderSettings): Sender {
  const { permission } = settings;
  const own = new Map(permission.own.map((request) => [keyOf(request), originOf(request.url)]));
  const home = permission.own[0] && originOf(permission.own[0].url);
  /** How a request gets to its host, by what its options and the environment say: the name of a proxy, or undefined. */
  const proxyOf = (url: string, options: SendOptions): string | undefined =>
    chooseProxy(parseTarget(url), withProxy(options, url, settings.env))?.name;
  const ways = permission.own.map(({ url }, i) => proxyOf(url, permission.ways[i]!));
  const publicOrigins = new Set((settings.publicOrigins ?? []).map(originOf));
  const tallies = new Map<string, Tally>();
  const passwordTimes = new Map<string, number>();
  const spent = new Set<string>();
  const waits = new Map<string, number>();
  const recorded: Exchange[] = [];
  let sent = 0;
  let wrongs = 0;
  /** A request that may change something got no answer, or a server's fault: nobody knows what was done. */
  let uncertain = false;

  // What makes the user's own request one that changes something may be lost in a variation of it, and its effect not.
  const first = permission.own[0];
  const isSafe = (request: Request): boolean =>
    isSafeRequest(request) &&
    (first === undefined ||
      isSafeRequest(first) ||
      request.method !== first.method ||
      addressOf(request.url) !== addressOf(first.url));
  const count = (request: Request, reason: SendReason) => {
    sent++;
    settings.onSend?.(request, sent, reason);
  };
  const waitFor = (origin: string) => Math.max(0, Math.ceil((waits.get(origin) ?? 0) - performance.now()));
  const noteWait = (exchange: Exchange) => {
    const origin = originOf(exchange.request.url);
    waits.set(origin, Math.max(waits.get(origin) ?? 0, performance.now() + waitAsked(exchange, Date.now())));
  };

  /** Why a request must not go out by what it is; the number and the waits are another matter. */
  const objection = (
    request: Request,
    options: SendOptions,
    kind: SendKind,
  ): readonly [BudgetErrorCode, string] | undefined => {
    const origin = originOf(request.url);
    const key = keyOf(request);
    if (home === undefined) return ['ORIGIN', permission.because ?? 'Nothing may be sent.'];
    const isOwn = own.get(key) === origin;
    if (!isOwn && origin !== home)
      return ['ORIGIN', `${origin} is not where the user's own request goes, so nothing is sent to it.`];
    const tally = tallies.get(key);
    if (isOwn && origin !== home && tally !== undefined)
      return ['ORIGIN', `${origin} is not where the refused request goes: it was asked once, and is not asked again.`];
    const way = proxyOf(request.url, options);
    const isGiven = ways.some((given, i) => given === way && (i === 0 || keyOf(permission.own[i]!) === key));
    if (!isGiven && !(ways[0] === undefined ? ways.includes(way) : permission.direct && way === undefined))
      return ['PROXY', 'The proxy that is set is not gone around: --try-direct allows that.'];
    if (kind === 'wrong' && wrongs > 0) return ['PASSWORD', 'A wrong credential is sent once at most.'];
    if (secretsOf(request, withProxy(options, request.url, settings.env)).some((secret) => spent.has(secret)))
      return ['PASSWORD', 'The server refused this password, and a second try could count towards a lock-out.'];
    if (isSafe(request)) return undefined;
    if (uncertain)
      return [
        'METHOD',
        `Whether the ${request.method} before was carried out is not known, so nothing that may change something is sent.`,
      ];
    const isFirst = isOwn && tally === undefined && key === keyOf(permission.own[0]!);
    if (!isFirst && !permission.writes)
      return [
        'METHOD',
        `${request.method} may change something, so it is neither varied nor sent again without --allow-writes.`,
      ];
    if (tally?.passed)
      return ['METHOD', `${request.method} passed, and is not sent again: it would be carried out twice.`];
    if ((tally?.times ?? 0) >= MOST_UNSAFE)
      return ['METHOD', `${request.method} may change something, so it is sent ${MOST_UNSAFE} times at most.`];
    if (passwordsOf(request).some((password) => (passwordTimes.get(password) ?? 0) >= MOST_PASSWORD))
      return ['PASSWORD', 'The request carries a password, and is not sent again.'];
    return undefined;
  };

  const check = (request: Request, options: SendOptions, kind: SendKind) => {
    const no = objection(request, options, kind);
    if (no) throw new BudgetError(...no);
    if (sent >= permission.maxRequests)
      throw new BudgetError('BUDGET', `All ${permission.maxRequests} requests are used up.`);
    const wait = waitFor(originOf(request.url));
    if (wait > 0) throw new BudgetError('WAIT', `The server asked to wait another ${wait} ms (Retry-After).`, wait);
  };

  const spendPasswords = (request: Request, options: SendOptions, of: 'host' | 'proxy' = 'host') => {
    for (const secret of secretsOf(request, withProxy(options, request.url, settings.env)))
      if (secret.startsWith(of)) spent.add(secret);
  };

  const gateFor =
    (isOwn: boolean, from: string): NonNullable<SendLimits['gate']> =>
    (next, reason, answer) => {
      if (reason !== 'request') {
        const origin = originOf(next.url);
        const what =
          reason === 'redirect' ? `The redirect to ${origin} was not followed` : 'The challenge was not answered';
        if (answer && waitAsked(answer, Date.now()) > 0) return `${what}: the answer asks to wait first (Retry-After).`;
        if (sent >= permission.maxRequests) return `${what}: all ${permission.maxRequests} requests are used up.`;
        // The user's own request goes where the user's own -L lets it be led; what why403 made of it stays at home.
        if (!isOwn && origin !== from) return `${what}: only the request as you gave it is led elsewhere.`;
        if (!isOwn && !permission.writes && !isSafeRequest(next))
          return `${what}: ${next.method} may change something.`;
      }
      count(next, reason);
      return undefined;
    };

  const settle = (request: Request, options: SendOptions, exchange: Exchange | undefined) => {
    const tally = tallies.get(keyOf(request))!;
    const status = exchange?.response?.status;
    const passed = exchange !== undefined && (settings.passed?.(exchange) ?? (status ?? 0) < 400);
    tally.passed ||= passed;
    uncertain ||= !isSafe(request) && (status === undefined || status >= 500);
    if (status === 401) spendPasswords(request, options);
    if (status === 407) spendPasswords(request, options, 'proxy');
  };

  return {
    sent: () => sent,
    left: () => Math.max(0, permission.maxRequests - sent),
    waitMs: ({ url }) => waitFor(originOf(url)),
    exchanges: () => [...recorded],
    refuses: (request, options, kind = 'varied') => unreadable(request) ?? objection(request, options, kind)?.[1],
    spendPasswords,
    async send(request, options, kind = 'varied') {
      check(request, options, kind);
      const key = keyOf(request);
      const tally = tallies.get(key) ?? { times: 0, passed: false };
      tally.times++;
      tallies.set(key, tally);
      if (kind === 'wrong') wrongs++;
      if (!isSafe(request))
        for (const password of passwordsOf(request))
          passwordTimes.set(password, (passwordTimes.get(password) ?? 0) + 1);
      const origin = originOf(request.url);
      const limits: SendLimits = {
        ...settings.limits,
        ...(settings.env && { env: settings.env }),
        gate: gateFor(own.get(key) === origin, origin),
      };
      let exchange: Exchange | undefined;
      try {
        exchange = await send(request, options, limits, settings.signal);
      } finally {
        settle(request, options, exchange);
      }
      recorded.push(exchange);
      noteWait(exchange);
      return exchange;
    },
    async fetch(url, options) {
      const origin = originOf(url);
      if (origin !== home && !publicOrigins.has(origin))
        throw new BudgetError('ORIGIN', `Nothing is fetched from ${origin}.`);
      if (sent >= permission.maxRequests)
        throw new BudgetError('BUDGET', `All ${permission.maxRequests} requests are used up.`);
      const wait = waitFor(origin);
      if (wait > 0) throw new BudgetError('WAIT', `${origin} asked to wait another ${wait} ms (Retry-After).`, wait);
      const exchange = await send(
        { method: 'GET', url, headers: [['Accept', 'application/json, application/yaml, */*']] },
        wayOf(options),
        { ...FETCH_LIMITS, ...(settings.env && { env: settings.env }), gate: gateFor(false, origin) },
        settings.signal,
      );
      noteWait(exchange);
      return exchange;
    },
  };
}

/** Why no request can be made of a URL: to ask whether it may be sent must not end what is under way. */
function unreadable({ url }: Request): string | undefined {
  try {
    parseTarget(url);
    return undefined;
  } catch (error) {
    if (!(error instanceof SendError)) throw error;
    return error.message;
  }
}

function addressOf(url: string): string {
  return url.split(/[?#]/, 1)[0]!;
}

/** What the same request is, but for a length that is counted anew. */
function keyOf({ method, url, headers, body }: Request): string {
  const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-length');
  return JSON.stringify([method, url, kept, body?.text ?? null, body?.bytes ? [...body.bytes] : null]);
}

/** Passwords that go out with a request, by whom they are for. */
function secretsOf(request: Request, options: SendOptions): readonly string[] {
  const { user, proxy, proxyHeaders = [] } = options;
  const isForProxy = ([name]: readonly [string, string]): boolean => name.toLowerCase() === 'proxy-authorization';
  const own = { ...request, headers: request.headers.filter((header) => !isForProxy(header)) };
  const forProxy = [...request.headers, ...proxyHeaders].filter(isForProxy).map(([, value]) => value);
  return [
    ...passwordsOf(own).map((password) => `host ${password}`),
    ...(user === undefined ? [] : [`host ${Buffer.from(user).toString('base64')}`]),
    ...(proxy?.includes('@') ? [`proxy ${proxy}`] : []),
    ...forProxy.map((value) => `proxy ${value}`),
  ];
}

const WAY = [
  'proxy',
  'proxyHeaders',
  'proxyTunnel',
  'proxyHttp10',
  'proxyTls',
  'preproxy',
  'noProxy',
  'caFile',
  'caPath',
  'crlFile',
  'resolve',
  'connectTo',
  'interface',
  'dnsServers',
  'dnsFrom',
  'doh',
  'ipVersion',
] as const satisfies readonly (keyof SendOptions)[];

/** How a host is reached, without anything that says who the user is there. */
function wayOf(options: SendOptions): SendOptions {
  return Object.fromEntries(WAY.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])));
}
