// One check for each cause: how a request is made that it refuses, how one that passes, and what it looks at.
import type { CauseId } from '@why403/core';
import type { Asked, Axes, Family, SessionKind } from './model.ts';

export interface Check {
  readonly families: readonly Family[];
  readonly sessions: readonly SessionKind[];
  /** Whether it may stand before it is known who calls. */
  readonly before: boolean;
  readonly methods: readonly Axes['method'][];
  readonly statuses: readonly number[];
  /** Words of the refused request, and of one that passes, beside the credential; the same ones where nothing of this kind helps. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  /** Whether the request passes. */
  readonly passes: (asked: Asked) => boolean;
  /** What the refused path ends with, and the one that is asked for by the request that passes. */
  readonly query?: readonly [bad: string, good: string];
  /** Whether somebody else's credential passes; absent where the check does not look at the caller. */
  readonly admin?: boolean;
}

const CALLERS: readonly SessionKind[] = ['cookie', 'bearer', 'jwt', 'basic', 'key-header', 'key-query'];
const ALL: readonly Family[] = ['static', 'api', 'app', 'gateway'];
const never = (): boolean => false;
const READS: readonly Axes['method'][] = ['GET', 'GET', 'POST', 'DELETE'];

const ofCaller = (more: Partial<Check> = {}): Check => ({
  families: ['api', 'app', 'gateway'],
  sessions: CALLERS,
  before: false,
  methods: READS,
  statuses: [403, 403, 403, 401, 404],
  bad: [],
  good: [],
  passes: never,
  admin: true,
  ...more,
});

const ofRequest = (
  bad: readonly string[],
  good: readonly string[],
  passes: Check['passes'],
  more: Partial<Check> = {},
): Check => ({
  families: ALL,
  sessions: ['none', ...CALLERS],
  before: true,
  methods: READS,
  statuses: [403, 403, 403, 400],
  bad,
  good,
  passes,
  ...more,
});

const STRANGE = /[<>']|\.\.|union|script/i;
const form = (asked: Asked, name: string): string | null => new URLSearchParams(asked.body).get(name);
const TOKEN = 'b7c1f2e9a4d84c0e9f3a';

export const CSRF_TOKEN = TOKEN;

const checks: Partial<Readonly<Record<CauseId, Check>>> = {
  'credentials-missing': ofCaller({ statuses: [401, 401, 403, 403, 302, 404] }),
  'credentials-invalid': ofCaller({ statuses: [401, 401, 403, 403, 400] }),
  'credentials-expired': ofCaller({
    statuses: [401, 401, 403, 419],
    sessions: ['cookie', 'bearer', 'jwt', 'signed'],
    families: ['api', 'app', 'storage'],
  }),
  'credentials-malformed': ofCaller({ statuses: [401, 403, 400], sessions: ['bearer', 'jwt', 'key-header'] }),
  'role-missing': ofCaller(),
  'scope-insufficient': ofCaller({ sessions: ['bearer', 'jwt', 'key-header'], families: ['api', 'gateway'] }),
  'not-owner': ofCaller(),
  'object-hidden': ofCaller({ statuses: [404], methods: ['GET', 'DELETE'] }),
  'policy-denied': ofCaller(),
  'step-up-required': ofCaller({ sessions: ['cookie', 'bearer', 'jwt'] }),
  'feature-unavailable': ofCaller({ statuses: [403, 403, 402, 404] }),
  'csrf-missing': ofRequest(
    [],
    ['-H', `X-CSRF-Token: ${TOKEN}`],
    (a) => a.method === 'GET' || a.headers['x-csrf-token'] === TOKEN || form(a, 'csrf_token') === TOKEN,
    {
      families: ['app'],
      sessions: ['cookie'],
      methods: ['POST', 'PUT', 'DELETE'],
      statuses: [403, 403, 419, 400, 422],
    },
  ),
  'csrf-invalid': ofRequest(
    ['-H', 'X-CSRF-Token: 0000aaaa1111bbbb2222'],
    ['-H', `X-CSRF-Token: ${TOKEN}`],
    (a) => a.method === 'GET' || a.headers['x-csrf-token'] === TOKEN,
    {
      families: ['app'],
      sessions: ['cookie'],
      methods: ['POST', 'PUT', 'DELETE'],
      statuses: [403, 403, 419, 400, 422],
    },
  ),
  'origin-rejected': ofRequest(
    ['-H', 'Origin: https://elsewhere.example'],
    ['-H', 'Origin: {origin}'],
    (a) => !/elsewhere/.test(a.headers['origin'] ?? ''),
  ),
  'host-rejected': ofRequest([], ['-H', 'Host: shop.example.test'], (a) => a.headers['host'] === 'shop.example.test', {
    statuses: [403, 421, 400, 403],
  }),
  'content-rejected': ofRequest([], [], (a) => !STRANGE.test(decodeURIComponent(a.rawQuery)), {
    query: ["?q=<b>'x'", '?q=lamp'],
    methods: ['GET'],
  }),
  'method-refused': ofRequest([], [], (a) => a.method === 'GET', {
    statuses: [403, 405],
    methods: ['POST', 'PUT', 'DELETE'],
  }),
  'ip-refused': ofRequest([], [], never),
  'client-refused': ofRequest(
    [],
    ['-A', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
    (a) => !/curl/i.test(a.headers['user-agent'] ?? ''),
  ),
  'tls-required': ofRequest([], ['-H', 'X-Forwarded-Proto: https'], (a) => a.headers['x-forwarded-proto'] === 'https'),
  'rate-limited': ofRequest([], [], never, { statuses: [429, 403, 403, 503] }),
  'file-permissions': ofRequest([], [], never, {
    families: ['static'],
    sessions: ['none'],
    methods: ['GET'],
    statuses: [403],
  }),
  'directory-listing': ofRequest([], [], never, {
    families: ['static'],
    sessions: ['none'],
    methods: ['GET'],
    statuses: [403],
  }),
  'server-rule': ofRequest([], [], never, {
    families: ['static'],
    sessions: ['none', 'basic'],
    methods: ['GET'],
    statuses: [403, 404],
  }),
};

const BROWSER = ['-A', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'];
const PROXIED = ['-H', 'Origin: https://shop.example.test', '-H', 'X-Forwarded-Host: shop.example.test'];
const ADDRESS = ['-H', 'X-Forwarded-For: 198.51.100.4'];
const agree = (a: Asked): boolean =>
  a.headers['x-real-ip'] === undefined || a.headers['x-real-ip'] === a.headers['x-forwarded-for'];

/** Servers of which one change moves two things: what turns the answer is not what its name says. */
const entangled: readonly (readonly [CauseId, Check])[] = [
  // the scheme that a proxy tells decides whether Origin is the site's own
  [
    'origin-rejected',
    ofRequest(
      PROXIED,
      [...PROXIED, '-H', 'X-Forwarded-Proto: https'],
      (a) => {
        const { origin, host, 'x-forwarded-host': named, 'x-forwarded-proto': scheme } = a.headers;
        return origin === undefined || origin === `${scheme ?? 'http'}://${named ?? host}`;
      },
      { families: ['app'], sessions: ['cookie'], methods: ['POST', 'PUT', 'GET'], statuses: [403, 422] },
    ),
  ],
  // a session that holds for the client only that logged in with it
  [
    'credentials-invalid',
    ofRequest([], BROWSER, (a) => !/curl/i.test(a.headers['user-agent'] ?? ''), {
      families: ['app'],
      sessions: ['cookie'],
      before: false,
      statuses: [401, 403, 403],
    }),
  ],
  // two addresses that contradict each other
  [
    'content-rejected',
    ofRequest([...ADDRESS, '-H', 'X-Real-IP: 203.0.113.7'], ADDRESS, agree, { families: ['api', 'app', 'static'] }),
  ],
  // a visitor's cookie that comes with the first page
  [
    'credentials-missing',
    ofRequest([], ['-b', 'visitor=5e7c1a90'], (a) => a.method === 'GET' || a.cookies['visitor'] !== undefined, {
      families: ['app'],
      sessions: ['none'],
      methods: ['POST'],
      statuses: [401, 403],
    }),
  ],
];

/** Every kind of refusing server, by its true cause. */
export const KINDS: readonly (readonly [CauseId, Check])[] = [
  ...(Object.entries(checks) as [CauseId, Check][]),
  ...entangled,
];
