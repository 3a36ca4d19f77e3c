// "A proxy that the user set is not bypassed."
import { answers, promise, REFUSES, type Scenario, type World } from './world.ts';

const PROXY_SAYS = answers(403, { via: '1.1 proxy', server: 'squid/6.1' }, 'Access denied by the proxy');
const set = (variable: string) => (w: World) => ({ [variable]: w.proxy.origin });
const words =
  (...more: readonly string[]): Scenario['words'] =>
  (w) => [...more, 'curl', `${w.home.origin}/a`];
const through = { proxy: [1, 12] } as const;

promise(
  'proxy',
  [
    {
      name: '-x',
      words: (w) => ['curl', '-x', w.proxy.origin, `${w.home.origin}/a`],
      proxy: PROXY_SAYS,
      sees: through,
    },
    {
      name: '-x with credentials',
      words: (w) => ['curl', '-x', w.proxy.origin.replace('://', '://ann:pw@'), `${w.home.origin}/a`],
      proxy: PROXY_SAYS,
      sees: through,
    },
    {
      name: '-x in a curl configuration',
      files: (w) => ({ rc: `proxy = ${w.proxy.origin}\n` }),
      words: (w, file) => ['curl', '-K', file('rc'), `${w.home.origin}/a`],
      proxy: PROXY_SAYS,
      sees: through,
    },
    ...(
      [
        ['CURL_HOME', 'rc/.curlrc', 'rc'],
        ['XDG_CONFIG_HOME', 'rc/curlrc', 'rc'],
        ['HOME', 'rc/.curlrc', 'rc'],
        ['HOME', 'rc/.config/curlrc', 'rc'],
      ] as const
    ).map(
      ([variable, name, folder]): Scenario => ({
        name: `a proxy in curl's own ${name} by ${variable}`,
        files: (w) => ({ [name]: `# mine\nproxy = "${w.proxy.origin}"\n` }),
        words: words(),
        env: (_w, file) => ({ HOME: file('none'), XDG_CONFIG_HOME: '', CURL_HOME: '', [variable]: file(folder) }),
        proxy: PROXY_SAYS,
        sees: through,
        says: /The options of \S+ apply, as they do for curl/,
      }),
    ),
    {
      name: "curl -q leaves curl's own file out",
      files: (w) => ({ '.curlrc': `proxy = "${w.proxy.origin}"\n` }),
      words: (w) => ['--max-requests', '1', 'curl', '-q', `${w.home.origin}/a`],
      env: (_w, file) => ({ HOME: file('') }),
      sees: { home: [1, 1] },
    },
    {
      name: "an option of curl's own file that would change the request",
      files: () => ({ '.curlrc': 'negotiate\n' }),
      words: words(),
      env: (_w, file) => ({ HOME: file('') }),
      status: 2,
    },
    {
      name: 'a working request without the proxy goes out as it stands, and nothing else with it',
      words: (w) => ['--working', `curl ${w.home.origin}/w`, 'curl', '-x', w.proxy.origin, `${w.home.origin}/a`],
      home: answers(200, {}, 'ok'),
      proxy: REFUSES,
      sees: { home: [1, 1], proxy: [1, 12] },
    },
    {
      name: 'a working request for the same path without the proxy',
      words: (w) => [
        '--working',
        `curl ${w.home.origin}/a`,
        'curl',
        '-x',
        w.proxy.origin,
        `${w.home.origin}/a`,
        '-A',
        'x',
      ],
      home: answers(200, {}, 'ok'),
      proxy: REFUSES,
      sees: { home: [1, 1], proxy: [1, 12] },
    },
    {
      name: '--connect-to through a proxy asks the proxy for the other place',
      words: (w) => [
        '--max-requests',
        '1',
        'curl',
        '-x',
        w.proxy.origin,
        '--connect-to',
        `${w.home.origin.slice(7)}:${w.other.origin.slice(7)}`,
        `${w.home.origin}/a`,
      ],
      sees: { proxy: [1, 1] },
    },
    {
      name: '407 to a password of http_proxy',
      words: words(),
      env: (w) => ({ http_proxy: w.proxy.origin.replace('://', '://ann:pw@') }),
      proxy: answers(407, { 'proxy-authenticate': 'Basic realm="p"' }),
      sees: { proxy: [1, 1] },
    },
    {
      name: 'no_proxy of the environment counts beside -x, as in curl',
      words: (w) => ['--max-requests', '1', 'curl', '-x', w.proxy.origin, `${w.home.origin}/a`],
      env: () => ({ no_proxy: '127.0.0.1' }),
      sees: { home: [1, 1] },
    },
    { name: 'http_proxy', words: words(), env: set('http_proxy'), proxy: PROXY_SAYS, sees: through },
    { name: 'all_proxy', words: words(), env: set('all_proxy'), proxy: PROXY_SAYS, sees: through },
    { name: 'ALL_PROXY', words: words(), env: set('ALL_PROXY'), proxy: PROXY_SAYS, sees: through },
    {
      name: 'http_proxy with --allow-writes',
      words: (w) => ['--allow-writes', 'curl', '-d', 'a=1', `${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: PROXY_SAYS,
      sees: through,
    },
    {
      name: 'http_proxy with --working and --as',
      words: (w) => ['--as', 'b=X-Key: 2', '--working', `curl ${w.home.origin}/a -A b`, 'curl', `${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: PROXY_SAYS,
      sees: through,
    },
    {
      name: 'http_proxy for a URL',
      words: (w) => [`${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: PROXY_SAYS,
      sees: through,
    },
    {
      name: 'http_proxy for --openapi',
      words: (w) => ['--openapi', `${w.home.origin}/o.json`, 'curl', `${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: answers(200, {}, '{"openapi":"3.0.0","paths":{}}'),
      sees: { proxy: [2, 12] },
    },
    {
      name: 'http_proxy for lint',
      words: (w) => ['lint', `${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: PROXY_SAYS,
      sees: { proxy: [1, 1] },
    },
    {
      name: "HTTP_PROXY is not curl's",
      words: words('--max-requests', '1'),
      env: set('HTTP_PROXY'),
      sees: { home: [1, 1] },
    },
    {
      name: 'NO_PROXY',
      words: words('--max-requests', '1'),
      env: (w) => ({ ...set('http_proxy')(w), NO_PROXY: '127.0.0.1' }),
      sees: { home: [1, 1] },
    },
    {
      name: 'no_proxy with another host',
      words: words(),
      env: (w) => ({ ...set('http_proxy')(w), no_proxy: '127.0.0.2,localhost' }),
      proxy: PROXY_SAYS,
      sees: through,
    },
    ...['* ', ' *', '*,x', '127.0.0.1:80', '127.0.0.1:*', '127.0.0', '128.0.0.0/8', '127.0.0.1/33', '"127.0.0.1"'].map(
      (list): Scenario => ({
        name: `no_proxy of ${list}, which names no host, as in curl`,
        words: words(),
        env: (w) => ({ ...set('http_proxy')(w), no_proxy: list }),
        proxy: PROXY_SAYS,
        sees: through,
      }),
    ),
    {
      name: '--noproxy',
      words: (w) => ['--max-requests', '1', 'curl', '--noproxy', '*', `${w.home.origin}/a`],
      env: set('http_proxy'),
      sees: { home: [1, 1] },
    },
    {
      name: "-x '' takes the proxy of the environment out",
      words: (w) => ['--max-requests', '1', 'curl', '-x', '', `${w.home.origin}/a`],
      env: set('http_proxy'),
      sees: { home: [1, 1] },
    },
    {
      name: 'a redirect to another origin goes through it too',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`],
      env: set('http_proxy'),
      proxy: (request, response, index, w) =>
        (index === 0 ? answers(302, { location: `${w.other.origin}/b` }) : PROXY_SAYS)(request, response, index, w),
      sees: { proxy: [2, 2] },
    },
    {
      name: 'a redirect to https goes through the proxy for https',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`],
      env: (w) => ({ https_proxy: w.proxy.origin }),
      home: (request, response, index, w) =>
        answers(302, { location: w.other.origin.replace('http:', 'https:') })(request, response, index, w),
      sees: { home: [1, 1], proxy: [1, 1] },
    },
    {
      name: '407',
      words: (w) => ['curl', '-x', w.proxy.origin.replace('://', '://ann:pw@'), `${w.home.origin}/a`],
      proxy: answers(407, { 'proxy-authenticate': 'Basic realm="p"' }),
      sees: { proxy: [1, 1] },
    },
    {
      name: '--try-direct',
      words: (w) => ['--try-direct', 'curl', '-x', w.proxy.origin, `${w.home.origin}/a`],
      proxy: REFUSES,
      home: answers(200, {}, 'ok'),
      sees: { proxy: [1, 12], home: [1, 4] },
    },
    {
      name: '--try-direct with http_proxy',
      words: words('--try-direct'),
      env: set('http_proxy'),
      proxy: REFUSES,
      home: answers(200, {}, 'ok'),
      sees: { proxy: [1, 12], home: [1, 4] },
    },
  ],
  (request, at, w) =>
    at === 'proxy' && request.method === 'CONNECT' && request.origin.slice(8) === w.home.origin.slice(7)
      ? 'a tunnel to another place than the user named'
      : undefined,
);
