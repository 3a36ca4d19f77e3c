// "No unsafe request a second time once it passed. A wrong password is not tried. No more than --max-requests in all; a
// Retry-After is obeyed."
import { type Answer, answers, promise, REFUSES, type Recorded, type Scenario, type World } from './world.ts';

const BASIC = 'Basic YW5uOmh1bnRlcjI=';
const basic = ['-u', 'ann:hunter2'] as const;
const unauthorized = answers(401, { 'www-authenticate': 'Basic realm="shop"' }, 'no');
/** Refuses until the request has what `passes` asks for. */
const until =
  (passes: (request: Recorded) => boolean): Answer =>
  (request, response, index, world) =>
    (passes(request) ? answers(200, {}, 'ok') : REFUSES)(request, response, index, world);
const post =
  (...more: readonly string[]): Scenario['words'] =>
  (w) => [
    ...more,
    'curl',
    `${w.home.origin}/orders`,
    '-d',
    'a=1',
    '-H',
    'Origin: http://evil.example',
    '-H',
    'Authorization: Bearer 0123456789abcdef',
  ];
const stops = (headers: Readonly<Record<string, string>>, status = 429): Partial<Scenario> => ({
  words: (w) => ['curl', `${w.home.origin}/a`, '-H', 'Authorization: Bearer 0123456789abcdef'],
  home: answers(status, headers, 'slow down'),
  sees: { home: [1, 1] },
});
/** Requests that are the same but for nothing, of those that may change something. */
const seen = new WeakMap<object, Map<string, { times: number; passed: boolean }>>();

promise(
  'repeats',
  [
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a refused write goes out once',
      words: post(),
      sees: { home: [1, 8] },
    },
    {
      name: 'a refused write goes out twice at most with leave',
      words: post('--allow-writes', '--max-requests', '40'),
      sees: { home: [1, 40] },
    },
    {
      few: [(r) => r.method === 'POST' && r.headers.origin === undefined, 1],
      name: 'a write that passes with one change is not repeated',
      words: post('--allow-writes', '--max-requests', '40'),
      home: until((r) => r.method === 'POST' && r.headers.origin !== 'http://evil.example'),
      sees: { home: [2, 40] },
    },
    {
      few: [(r) => r.headers['x-mode'] === 'two' && r.headers['x-other'] === 'b', 1],
      name: 'a write that passes with a working request',
      words: (w) => [
        '--allow-writes',
        '--working',
        `curl ${w.home.origin}/orders -d a=1 -H 'X-Mode: two' -H 'X-Other: b'`,
        'curl',
        `${w.home.origin}/orders`,
        '-d',
        'a=1',
      ],
      home: until((r) => r.headers['x-mode'] === 'two'),
      sees: { home: [2, 12] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a working write without leave',
      words: (w) => [
        '--working',
        `curl ${w.home.origin}/orders -d a=1 -H 'X-Mode: two'`,
        'curl',
        `${w.home.origin}/orders`,
        '-d',
        'a=1',
      ],
      sees: { home: [1, 8] },
      says: /As texts, the working request differs in .*X-Mode/,
    },
    {
      few: [(r) => r.method === 'POST' && r.headers['x-key'] === 'two', 1],
      name: 'a write that passes with --as',
      words: (w) => ['--allow-writes', '--as', 'admin=X-Key: two', 'curl', `${w.home.origin}/orders`, '-d', 'a=1'],
      home: until((r) => r.headers['x-key'] === 'two' && r.method === 'POST'),
      sees: { home: [2, 12] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a write that a server fault leaves open is not sent again',
      words: post('--allow-writes'),
      home: answers(500, {}, 'oops'),
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a write without an answer is not sent again',
      words: (w) => ['--allow-writes', 'curl', '-m', '1', `${w.home.origin}/orders`, '-d', 'a=1'],
      home: (_r, response) => void response.destroy(),
      sees: { home: [1, 1] },
      status: 3,
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a login form',
      words: (w) => ['curl', `${w.home.origin}/login`, '-d', 'user=ann&password=hunter2'],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 2],
      name: 'a login form with leave',
      words: (w) => [
        '--allow-writes',
        '--max-requests',
        '40',
        'curl',
        `${w.home.origin}/login`,
        '-d',
        'user=ann&password=hunter2',
      ],
      sees: { home: [1, 40] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 1],
      name: 'a JSON login with leave',
      words: (w) => [
        '--allow-writes',
        '--max-requests',
        '40',
        'curl',
        `${w.home.origin}/login`,
        '-H',
        'Content-Type: application/json',
        '-d',
        '{"user":"ann","password":"hunter2"}',
      ],
      home: answers(401, {}, '{"error":"bad password"}'),
      sees: { home: [1, 40] },
    },
    {
      few: [(r) => r.method !== 'GET' && r.method !== 'HEAD', 2],
      name: 'a refresh token',
      words: (w) => [
        '--allow-writes',
        'curl',
        `${w.home.origin}/token`,
        '-d',
        'grant_type=refresh_token&refresh_token=abcdef',
      ],
      home: answers(400, {}, '{"error":"invalid_grant"}'),
      sees: { home: [1, 12] },
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password over Basic',
      words: (w) => ['curl', `${w.home.origin}/a`, ...basic],
      home: unauthorized,
      sees: { home: [1, 12] },
      says: /password may be wrong/,
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password over Basic, called a 403',
      words: (w) => ['curl', `${w.home.origin}/a`, ...basic],
      home: answers(403, {}, '{"error":"Invalid username or password"}'),
      sees: { home: [1, 12] },
      says: /password may be wrong/,
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password over Basic where Digest is asked for',
      words: (w) => ['curl', `${w.home.origin}/a`, ...basic],
      home: answers(401, { 'www-authenticate': 'Digest realm="shop", nonce="n", qop="auth"' }),
      sees: { home: [1, 12] },
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password over Digest',
      words: (w) => ['curl', '--digest', `${w.home.origin}/a`, ...basic],
      home: answers(401, { 'www-authenticate': 'Digest realm="shop", nonce="n", qop="auth"' }),
      sees: { home: [2, 12] },
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password over --anyauth',
      words: (w) => ['curl', '--anyauth', `${w.home.origin}/a`, ...basic],
      home: unauthorized,
      sees: { home: [2, 12] },
    },
    {
      few: [(r) => /^(?:basic|digest) /i.test(r.headers.authorization ?? ''), 1],
      name: 'a wrong password as --as',
      words: (w) => ['--as', `b=Authorization: ${BASIC}`, 'curl', `${w.home.origin}/a`],
      home: unauthorized,
      sees: { home: [1, 12] },
    },
    {
      name: 'a password that is right, and not enough',
      words: (w) => ['curl', `${w.home.origin}/a`, ...basic],
      home: answers(403, {}, '{"error":"insufficient role"}'),
      sees: { home: [1, 12] },
    },
    {
      few: [(r) => r.path.includes('password'), 1],
      name: 'a password in the address',
      words: (w) => ['curl', `${w.home.origin}/login?user=ann&password=hunter2`],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a link that logs out',
      words: (w) => ['curl', `${w.home.origin}/account/logout`, '-b', 'sid=1'],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a link that deletes',
      words: (w) => ['curl', `${w.home.origin}/posts/7/delete`, '-b', 'sid=1'],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a link that is good for one use',
      words: (w) => ['curl', `${w.home.origin}/password-reset/3f9a8c`],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a GET that a header makes a DELETE of',
      words: (w) => ['curl', `${w.home.origin}/a`, '-H', 'X-HTTP-Method-Override: delete'],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a GET that a parameter makes a DELETE of',
      words: (w) => ['curl', `${w.home.origin}/a?_METHOD=delete`],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a GET that a field makes a PUT of',
      words: (w) => ['curl', '-X', 'GET', `${w.home.origin}/a`, '-d', '_method=PUT'],
      sees: { home: [1, 8] },
    },
    {
      few: [(r) => /logout|delete|reset|\/a/.test(r.path) && !/why403/.test(r.path), 1],
      name: 'a GET that a part makes a PUT of',
      words: (w) => ['curl', '-X', 'GET', `${w.home.origin}/a`, '-F', '_method=PUT'],
      sees: { home: [1, 8] },
    },
    {
      few: [
        (r) => /^bearer /i.test(r.headers.authorization ?? '') && r.headers.authorization !== 'Bearer 0123456789abcdef',
        1,
      ],
      name: 'a broken token goes out once',
      words: (w) => [
        '--max-requests',
        '40',
        'curl',
        `${w.home.origin}/a`,
        '-H',
        'Authorization: Bearer 0123456789abcdef',
      ],
      sees: { home: [1, 40] },
    },
    { name: '--max-requests', words: post('--allow-writes', '--max-requests', '3'), sees: { home: [1, 3] } },
    { name: 'Retry-After: a long number', ...stops({ 'retry-after': '86400' }) } as Scenario,
    { name: 'Retry-After: a number without end', ...stops({ 'retry-after': '9'.repeat(40) }) } as Scenario,
    { name: 'Retry-After: with a unit', ...stops({ 'retry-after': '3600s' }) } as Scenario,
    { name: 'Retry-After: in quotes', ...stops({ 'retry-after': '"3600"' }) } as Scenario,
    { name: 'Retry-After: with parameters', ...stops({ 'retry-after': '3600; comment="busy"' }) } as Scenario,
    {
      name: 'Retry-After: a date',
      ...stops({ 'retry-after': new Date(Date.now() + 3.6e6).toUTCString() }),
    } as Scenario,
    ...[
      'X-HTTP-Verb',
      'X_HTTP_METHOD_OVERRIDE',
      'Method-Override',
      'X-Requested-Method',
      'X-Tunneled-Method',
      'X-Anything',
    ].map(
      (name): Scenario => ({
        name: `${name} that names a method`,
        words: (w) => ['curl', `${w.home.origin}/a`, '-H', `${name}: DELETE`],
        sees: { home: [1, 1] },
      }),
    ),
    ...['a=1;_method=DELETE', 'a[_method]=delete', '_verb=DELETE', 'requestMethod=delete', 'query=mutation{drop}'].map(
      (query): Scenario => ({
        name: `?${query}`,
        words: (w) => ['curl', '-g', `${w.home.origin}/a?${query}`],
        few: [(r) => r.path.includes('?'), 1],
        sees: { home: [1, 12] },
      }),
    ),
    {
      name: 'several URLs share the requests',
      words: (w) => ['--max-requests', '3', 'curl', ...[1, 2, 3, 4, 5].map((n) => `${w.home.origin}/${n}`)],
      sees: { home: [3, 3] },
      says: /2 more requests were not sent: all 3 requests are used up/,
    },
    {
      name: 'ten URLs get twelve requests in all',
      words: (w) => ['curl', ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => `${w.home.origin}/${n}`)],
      sees: { home: [10, 12] },
    },
    {
      name: '--next counts into the same requests',
      words: (w) => ['--max-requests', '1', 'curl', `${w.home.origin}/1`, '--next', `${w.home.origin}/2`],
      sees: { home: [1, 1] },
    },
    {
      name: 'a chain of redirects that the budget would cut is not begun',
      words: (w) => ['--max-requests', '3', 'curl', '-L', `${w.home.origin}/a`],
      home: (request, response, index, w) =>
        (request.path === '/a' ? answers(302, { location: '/b' }) : REFUSES)(request, response, index, w),
      sees: { home: [2, 2] },
    },
    {
      name: 'Retry-After with a redirect',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`],
      home: (request, response, index, w) =>
        answers(302, { location: '/b', 'retry-after': '3600' })(request, response, index, w),
      sees: { home: [1, 1] },
    },
    ...(
      [
        ['over Basic', (w: World) => ['curl', `${w.home.origin}/a`, ...basic]],
        ['in a cookie', (w: World) => ['curl', `${w.home.origin}/a`, '-b', 'user=ann; password=secretpw']],
        [
          'in JSON',
          (w: World) => [
            '--allow-writes',
            'curl',
            '--json',
            '{"user":"a","password":"secretpw"}',
            `${w.home.origin}/a`,
          ],
        ],
        ['as --as too', (w: World) => ['--as', `b=Authorization: ${BASIC}`, 'curl', `${w.home.origin}/a`, ...basic]],
      ] as const
    ).map(
      ([name, words]): Scenario => ({
        name: `a password ${name} that meets a bare 403`,
        words,
        few: [
          (r) => /^basic /i.test(r.headers.authorization ?? '') || /secretpw/.test(`${r.headers.cookie}${r.body}`),
          1,
        ],
        sees: { home: [1, 12] },
        says: /password may be wrong/,
      }),
    ),
    {
      name: 'a password that the server is seen to know is sent again',
      words: (w) => ['curl', `${w.home.origin}/a`, ...basic],
      home: (request, response, index, w) =>
        (request.headers.authorization ? REFUSES : answers(401, { 'www-authenticate': 'Basic realm="x"' }))(
          request,
          response,
          index,
          w,
        ),
      sees: { home: [3, 12] },
    },
    { name: 'Retry-After: a date of asctime', ...stops({ 'retry-after': 'Sun Nov  6 08:49:37 2094' }) } as Scenario,
    {
      name: 'Retry-After: a date of RFC 850',
      ...stops({ 'retry-after': 'Monday, 06-Nov-45 08:49:37 GMT' }),
    } as Scenario,
    { name: 'Retry-After: less than nothing', ...stops({ 'retry-after': '-1' }) } as Scenario,
    { name: 'Retry-After: words', ...stops({ 'retry-after': 'in a while' }) } as Scenario,
    { name: 'Retry-After with a 403', ...stops({ 'retry-after': '3600' }, 403) } as Scenario,
    {
      name: 'nothing remains, and the reset is far',
      ...stops({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600) }, 403),
    } as Scenario,
    { name: 'nothing remains of a RateLimit', ...stops({ ratelimit: '"api";r=0;t=3600' }, 403) } as Scenario,
  ],
  (request, at, world) => {
    if (at !== 'home') return 'no other server has to do with it';
    const sent = request.headers.authorization ?? '';
    if (/^basic /i.test(sent) && sent !== BASIC) return 'a password that the user did not give';
    const tally = seen.get(world) ?? new Map<string, { times: number; passed: boolean }>();
    seen.set(world, tally);
    if (request.method === 'GET' || request.method === 'HEAD') return undefined;
    const { 'content-length': _, ...headers } = request.headers;
    const key = JSON.stringify([request.method, request.path, request.body, headers]);
    const known = tally.get(key) ?? { times: 0, passed: false };
    known.times++;
    tally.set(key, known);
    return known.times > 2 ? `sent ${known.times} times` : undefined;
  },
);
