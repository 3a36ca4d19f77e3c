// "Credentials, --as, --working, fresh tokens and bodies go to the origin that the user named and to no other."
import { har, harEntry } from '../cli/command.ts';
import { type Answer, answers, promise, REFUSES, type Scenario } from './world.ts';

const TOKEN = 'secret-0123456789abcdef';
const AUTH = ['-H', `Authorization: Bearer ${TOKEN}`, '-H', `X-Api-Key: ${TOKEN}`, '-b', `sid=${TOKEN}`] as const;
const AS = ['--as', `admin=Authorization: Bearer as-${TOKEN}`] as const;
const HARMLESS =
  /^(?:host|accept|accept-encoding|accept-language|user-agent|cache-control|pragma|dnt|connection|content-(?:type|length)|transfer-encoding)$/;

/** A redirect to the other origin. */
const away =
  (status: number, path = '/there'): Answer =>
  (_request, response, _index, { other }) => {
    response.writeHead(status, { location: other.origin + path });
    response.end();
  };
/** An answer that names the other origin wherever a client could be tempted. */
const tempting: Answer = (request, response, index, w) => {
  const all = {
    'www-authenticate': `Bearer resource_metadata="${w.other.origin}/.well-known/oauth-protected-resource", error="invalid_token"`,
    link: `<${w.other.origin}/login>; rel="login"`,
    'content-location': `${w.other.origin}/x`,
    refresh: `0; url=${w.other.origin}/`,
    server: 'GitLab',
  };
  response.writeHead(index % 2 ? 403 : 401, { 'content-type': 'text/html', ...all });
  response.end(`<form action="${w.other.origin}/f"><input name="_csrf" value="abcdabcdabcd"></form>${request.path}`);
};

const portOf = (origin: string): string => origin.split(':')[2]!;
/** Forms of where a redirect leads: who reads one of them in another way than curl is led astray. */
const LED: Readonly<
  Record<string, Required<Pick<Scenario, 'sees'>> & { readonly to: (home: string, other: string) => string }>
> = {
  'another origin behind the name of this one': {
    to: (home, other) => `http://${home.slice(7)}@${other.slice(7)}/led`,
    sees: { home: [1, 1], other: [1, 1] },
  },
  'another origin behind a backslash': {
    to: (home, other) => `${home}\\@${other.slice(7)}/led`,
    sees: { home: [1, 1], other: [1, 1] },
  },
  'another origin without a scheme': {
    to: (_home, other) => `//${other.slice(7)}/led`,
    sees: { home: [1, 1], other: [1, 1] },
  },
  'another origin in capitals, behind a space': {
    to: (_home, other) => ` ${other.toUpperCase()}/led`,
    sees: { home: [1, 1], other: [1, 1] },
  },
  'a path of two backslashes': {
    to: (_home, other) => `\\\\${other.slice(7)}/led`,
    sees: { home: [1, 12] },
  },
  ...Object.fromEntries(
    ['localhost', '127.1', '0x7f000001', '2130706433', '0177.0.0.1', '[::ffff:127.0.0.1]'].map((name) => [
      `this machine as ${name}`,
      { to: (home: string) => `http://${name}:${portOf(home)}/led`, sees: { home: [1, 2] as const } },
    ]),
  ),
  ...Object.fromEntries(
    [
      (home: string) => `${home.replace('http', 'https')}/led`,
      (home: string) => `http://127.0.0.1.:${portOf(home)}/led`,
      (home: string) => `http://１２７.0.0.1:${portOf(home)}/led`,
      (home: string) => `http://xn--e1afmkfd.invalid:${portOf(home)}/led`,
      (home: string) => `${home}%40${home.slice(7)}/led`,
      () => 'http://127.0.0.1:0/led',
      () => 'http://127.0.0.1:99999/led',
      () => 'http://[::1/led',
      () => 'http:///led',
      () => 'file:///etc/passwd',
      () => 'javascript:alert(1)',
      (_home: string, other: string) => `ftp://${other.slice(7)}/led`,
      (_home: string, other: string) => `http:${other.slice(7)}/led`,
    ].map((to) => [
      `${to('http://home:1', 'http://other:2')}, where nobody is`,
      { to, sees: { home: [1, 1] as const } },
    ]),
  ),
};

promise(
  'home origin',
  [
    {
      name: 'a redirect without -L',
      words: (w) => ['curl', `${w.home.origin}/a`, ...AUTH],
      home: away(302),
      sees: { home: [1, 12] },
    },
    ...[301, 302, 303, 307, 308].map(
      (status): Scenario => ({
        name: `a ${status} elsewhere is shown, and no more is asked`,
        words: (w) => [
          ...AS,
          'curl',
          '-L',
          `${w.home.origin}/a`,
          ...AUTH,
          '-H',
          'X-Custom: 1',
          '-e',
          'http://a.example/',
        ],
        home: away(status),
        sees: { home: [1, 1], other: [1, 1] },
        says: /A redirect led to http:\/\/127\.0\.0\.1:\d+, so nothing more was asked/,
      }),
    ),
    {
      name: 'a GET that is led away with --location-trusted',
      words: (w) => ['curl', '-L', '--location-trusted', `${w.home.origin}/a`, ...AUTH],
      home: away(302),
      sees: { home: [1, 1], other: [1, 1] },
    },
    {
      name: 'a body that is led away by 307',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`, '-d', `password=${TOKEN}`],
      home: away(307),
      sees: { home: [1, 8] },
      says: /--location-trusted allows that/,
    },
    {
      name: 'a body that is led away by 308, with writes allowed',
      words: (w) => ['--allow-writes', 'curl', '-L', '-X', 'PUT', `${w.home.origin}/a`, '-d', TOKEN],
      home: away(308),
      sees: { home: [1, 12] },
    },
    {
      name: 'a DELETE that is led away',
      words: (w) => ['curl', '-L', '-X', 'DELETE', `${w.home.origin}/a`, ...AUTH],
      home: away(302),
      sees: { home: [1, 8] },
    },
    {
      name: 'a POST that a 302 makes a GET of elsewhere',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`, '-d', 'a=1'],
      home: away(302),
      sees: { home: [1, 1], other: [1, 1] },
    },
    {
      name: 'a redirect away and back',
      words: (w) => ['curl', '-L', `${w.home.origin}/a`, ...AUTH],
      home: (request, response, index, w) =>
        request.path === '/a' ? away(302)(request, response, index, w) : REFUSES(request, response, index, w),
      other: (_request, response, _index, w) => {
        response.writeHead(302, { location: `${w.home.origin}/transfer` });
        response.end();
      },
      sees: { home: [2, 2], other: [1, 1] },
    },
    ...Object.entries(LED).map(
      ([form, { to, sees }]): Scenario => ({
        name: `a redirect to ${form}`,
        words: (w) => [...AS, 'curl', '-L', `${w.home.origin}/a`, ...AUTH, '-u', `ann:${TOKEN}`],
        home: (request, response, _index, w) => {
          if (!request.path.startsWith('/a')) return answers(403)(request, response, _index, w);
          response.writeHead(302, { location: Buffer.from(to(w.home.origin, w.other.origin)).toString('latin1') });
          response.end();
        },
        sees,
      }),
    ),
    {
      name: 'a cookie set before a redirect',
      words: (w) => ['curl', '-L', '-b', '', `${w.home.origin}/a`],
      home: (_request, response, _index, w) => {
        response.writeHead(302, { location: `${w.other.origin}/b`, 'set-cookie': `sid=${TOKEN}; Path=/` });
        response.end();
      },
      sees: { home: [1, 1], other: [1, 1] },
    },
    {
      name: 'an answer full of other addresses',
      words: (w) => [...AS, 'curl', `${w.home.origin}/api/v4/projects/1`, ...AUTH],
      home: tempting,
      sees: { home: [1, 12] },
    },
    {
      name: 'a POST answered with other addresses, writes allowed',
      words: (w) => [...AS, '--allow-writes', 'curl', `${w.home.origin}/form`, '-d', 'a=1', ...AUTH],
      home: tempting,
      sees: { home: [1, 12] },
    },
    {
      name: 'a working request elsewhere goes out as it stands, once',
      words: (w) => ['--working', `curl ${w.other.origin}/a -H 'X-Mode: two'`, 'curl', `${w.home.origin}/a`, ...AUTH],
      other: answers(200, {}, 'ok'),
      sees: { home: [1, 12], other: [1, 1] },
      says: /another origin.*As texts, the working request differs in/,
    },
    {
      name: 'Retry-After of one origin, where the working request goes to another',
      words: (w) => ['--working', `curl ${w.other.origin}/a -H 'X-Mode: two'`, 'curl', `${w.home.origin}/a`],
      home: answers(403, { 'retry-after': '3600' }, 'Forbidden'),
      other: answers(200, {}, 'ok'),
      sees: { home: [1, 1], other: [1, 1] },
      says: /goes to another origin, and passes there/,
    },
    {
      name: 'a working request that writes elsewhere',
      words: (w) => ['--working', `curl -X DELETE ${w.other.origin}/a`, 'curl', `${w.home.origin}/a`, ...AUTH],
      sees: { home: [1, 12] },
      says: /As texts/,
    },
    {
      name: 'a working request from a recording',
      files: (w) => ({
        'w.http': `GET /a HTTP/1.1\r\nHost: ${w.home.origin.slice(7)}\r\nX-Mode: two\r\n\r\nHTTP/1.1 200 OK\r\n\r\n`,
      }),
      words: (w, file) => ['--working', file('w.http'), 'curl', `${w.home.origin}/a`],
      sees: { home: [1, 12] },
      says: /As texts, the working request differs in .*X-Mode/,
    },
    {
      name: 'a description on another origin',
      words: (w) => ['--openapi', `${w.other.origin}/openapi.json`, 'curl', `${w.home.origin}/a`, ...AUTH],
      status: 2,
    },
    {
      name: 'a description at home is asked for without credentials',
      words: (w) => ['--openapi', `${w.home.origin}/openapi.json`, '--max-requests', '2', 'curl', `${w.home.origin}/a`],
      home: (request, response, index, w) =>
        request.path === '/openapi.json'
          ? answers(200, {}, '{"openapi":"3.0.0","paths":{"/a":{"get":{}}}}')(request, response, index, w)
          : REFUSES(request, response, index, w),
      sees: { home: [2, 2] },
    },
    {
      name: 'a page with a token names another origin',
      words: (w) => [
        '--allow-writes',
        'curl',
        `${w.home.origin}/form`,
        '-d',
        'a=1',
        '-H',
        'Referer: http://a.example/form',
        '-H',
        'Origin: http://a.example',
      ],
      home: tempting,
      sees: { home: [1, 12] },
    },
    {
      name: 'a HAR with a token whose issuer is elsewhere, without --jwks',
      files: (w) => ({
        'a.har': har(
          harEntry({
            url: `${w.home.origin}/a`,
            status: 401,
            sent: { Authorization: `Bearer ${jwt(w.other.origin)}` },
          }),
        ),
      }),
      words: (_w, file) => [file('a.har')],
    },
    {
      name: 'a raw request without a host',
      files: () => ({ 'a.http': 'GET /x HTTP/1.1\r\nAccept: */*\r\n\r\n' }),
      words: (_w, file) => [file('a.http')],
      says: /Nothing was sent: the request does not name its host/,
    },
    {
      name: 'a raw request without a host, with --send',
      files: () => ({ 'a.http': 'GET /x HTTP/1.1\r\nAccept: */*\r\n\r\n' }),
      words: (_w, file) => ['--send', file('a.http')],
      says: /Nothing was sent: the request does not name its host/,
    },
    ...[
      ['--proto', '=https'],
      ['--proto', '-http'],
      ['--proto', '-all,https'],
    ].map(
      (option): Scenario => ({
        name: `${option.join(' ')} keeps plain http from being sent`,
        words: (w) => ['curl', ...option, `${w.home.origin}/a`],
        status: 2,
        says: /curl's --proto does not allow http/,
      }),
    ),
    {
      name: '--proto-redir keeps a redirect from being followed',
      words: (w) => ['--max-requests', '3', 'curl', '-L', '--proto-redir', '=https', `${w.home.origin}/a`],
      home: (request, response, index, w) =>
        answers(302, { location: `${w.other.origin}/b` })(request, response, index, w),
      sees: { home: [1, 3] },
    },
    {
      name: 'the keys of an issuer are asked for without credentials',
      words: (w) => [
        '--jwks',
        'curl',
        `${w.home.origin}/a`,
        '-H',
        `Authorization: Bearer ${jwt(w.other.origin)}`,
        '-b',
        `sid=${TOKEN}`,
      ],
      other: answers(404),
      sees: { home: [1, 12], other: [1, 2] },
    },
  ],
  (request, at) => {
    if (at === 'home')
      return /^\/(?:transfer|led)/.test(request.path) && JSON.stringify(request.headers).includes(TOKEN)
        ? 'credentials where another origin led'
        : undefined;
    if (JSON.stringify([request.headers, request.path, request.body]).includes(TOKEN))
      return 'something of the user is in it';
    const surplus = Object.keys(request.headers).filter((name) => !HARMLESS.test(name) && name !== 'x-mode');
    return surplus.length ? `headers crossed: ${surplus}` : undefined;
  },
);

function jwt(issuer: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: '1' })}.${part({ iss: issuer, sub: 'ann' })}.${'A'.repeat(342)}`;
}
