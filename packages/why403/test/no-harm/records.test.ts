// "Nothing is sent that the user did not ask for": records are judged as they stand, commands are sent.
import { har, harEntry } from '../cli/command.ts';
import { promise, type Scenario, type World } from './world.ts';

const BEARER = 'Authorization: Bearer 0123456789abcdef0123456789abcdef';
const host = ({ home }: World) => home.origin.slice(7);
const raw = (method: string, w: World, more = '', body = '') =>
  `${method} /api/items/7 HTTP/1.1\r\nHost: ${host(w)}\r\n${BEARER}\r\n${more}\r\n${body}`;
const ANSWER = 'HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nForbidden\r\n';
const entry = (w: World, more: object = {}, method = 'GET', status = 403) => ({
  ...harEntry({ url: `${w.home.origin}/api/items/7`, method, status, text: 'Forbidden', sent: { Cookie: 'sid=1' } }),
  ...more,
});
const failed = (error: string) => ({
  response: { status: 0, statusText: '', headers: [], content: {}, _error: error },
});
/** A scenario whose input is one file. */
const file = (
  name: string,
  text: (w: World) => string,
  more: Partial<Scenario> & { readonly options?: readonly string[] } = {},
): Scenario => ({
  name,
  files: (w) => ({ input: text(w) }),
  words: (_w, path) => [...(more.options ?? []), path('input')],
  ...more,
});

promise('records', [
  file('a HAR is judged as it stands', (w) => har(entry(w)), { says: /403 GET/ }),
  file('a HAR of a write is judged as it stands', (w) => har(entry(w, {}, 'DELETE'))),
  file('a HAR with --as', (w) => har(entry(w)), {
    options: ['--as', 'admin=Authorization: Bearer other-0123456789'],
    says: /--send sends it.*--as was not tried/,
  }),
  file('a HAR with --working', (w) => har(entry(w)), {
    words: (w, path) => ['--working', `curl ${w.home.origin}/api/items/8`, path('input')],
    says: /--working was not tried.*As texts, the working request differs in .*the path/,
  }),
  file('an entry that was blocked', (w) => har(entry(w, failed('net::ERR_BLOCKED_BY_CLIENT'))), {
    says: /blocked in the browser/,
    status: 1,
  }),
  file('an entry that was aborted', (w) => har(entry(w, failed('net::ERR_ABORTED'), 'POST')), {
    says: /aborted in the browser/,
  }),
  file('an entry of status 0 without a word', (w) => har(entry(w, failed(''))), { says: /no answer that it shows/ }),
  file('an entry that a cache answered', (w) => har(entry(w, { _fromCache: 'disk' })), { says: /browser's cache/ }),
  file('entries without answers among others', (w) => har(entry(w), entry(w, failed('net::ERR_FAILED'), 'POST')), {
    says: /Entry 2, POST .*no answer that it shows/,
  }),
  file('a raw message with its answer', (w) => raw('GET', w) + ANSWER),
  file('a raw write with its answer', (w) => raw('DELETE', w) + ANSWER),
  file('a raw write alone', (w) => raw('DELETE', w), { says: /--send or --yes sends it/, status: 1 }),
  file('a raw request alone', (w) => raw('GET', w), { sees: { home: [1, 12] } }),
  file('a raw request alone, on standard input', (w) => raw('GET', w), {
    words: () => ['-'],
    stdin: (w) => raw('GET', w),
    sees: { home: [1, 12] },
  }),
  file('a raw request with a line that is no header', (w) => raw('GET', w, 'oops no header here\r\n'), {
    says: /--send sends it/,
  }),
  file('a raw request below other text', (w) => `I tried this yesterday:\n${raw('GET', w)}`, {
    says: /--send sends it/,
  }),
  file('a raw request with text below it', (w) => `${raw('GET', w)}And then it said 403.\n`, {
    says: /--send sends it/,
  }),
  file('two raw requests', (w) => `${raw('GET', w)}###\n${raw('GET', w)}`, { says: /--send sends it/ }),
  file('a raw request with a method override', (w) => raw('GET', w, 'X-HTTP-Method-Override: DELETE\r\n'), {
    says: /may change something/,
  }),
  file(
    'curl -v as it was printed',
    (w) =>
      `> GET /api/items/7 HTTP/1.1\n> Host: ${host(w)}\n> ${BEARER}\n> \n< HTTP/1.1 403 Forbidden\n< Content-Type: text/plain\n< \nForbidden\n`,
  ),
  file('curl -v, cut before the answer', (w) => `> GET /api/items/7 HTTP/1.1\n> Host: ${host(w)}\n> ${BEARER}\n> \n`),
  file('a command with its answer below', (w) => `$ curl -i ${w.home.origin}/x\n${ANSWER}`),
  file('a command with an answer body below', (w) => `curl ${w.home.origin}/x\n{"error":"forbidden"}\n`),
  file('several commands', (w) => `curl ${w.home.origin}/x\ncurl -X DELETE ${w.home.origin}/x/7\n`, {
    says: /--send sends it/,
  }),
  file('a command with a variable that is not set', (w) => `curl -X DELETE ${w.home.origin}/items/$ID`, {
    says: /ID is not set/,
  }),
  file('a command among others', (w) => `cd /srv\nrm -f out\ncurl ${w.home.origin}/x\n`, { status: 2 }),
  file('one command', (w) => `curl '${w.home.origin}/x' \\\n  -H '${BEARER}' | jq .\n`, { sees: { home: [1, 12] } }),
  file('one command that writes', (w) => `curl -X DELETE ${w.home.origin}/x/7`, { sees: { home: [1, 7] } }),
  file('several fetch calls', (w) => `fetch("${w.home.origin}/a"); fetch("${w.home.origin}/b", {method:"DELETE"});`),
  file(
    'a fetch call in a program',
    (w) => `const r = await fetch("${w.home.origin}/a");\nif (!r.ok) throw new Error();`,
  ),
  file('a fetch call', (w) => `fetch("${w.home.origin}/a", {"method":"GET"});`, { sees: { home: [1, 12] } }),
  file('a fetch call of a variable', (w) => `fetch("${w.home.origin}/" + id, { method: "DELETE" });`),
  file('a loop of commands', (w) => `for i in 1 2 3; do curl ${w.home.origin}/$i; done\n`),
  file(
    'two commands that depend on each other',
    (w) => `curl ${w.home.origin}/a && curl -X DELETE ${w.home.origin}/b\n`,
  ),
  file('a command within a command', (w) => `curl ${w.home.origin}/$(id -u)\n`),
  file('a command that stands for a hundred', (w) => `curl '${w.home.origin}/[1-100]'\n`, { status: 2 }),
  file('a page that shows a command', (w) => `# Delete it\n\n\`\`\`sh\ncurl -X DELETE ${w.home.origin}/a\n\`\`\`\n`),
  file('a line of a console', (w) => `app.js:1 DELETE ${w.home.origin}/a 403 (Forbidden)\n`, { says: /403 DELETE/ }),
  file('a list of addresses', (w) => `${w.home.origin}/a\n${w.home.origin}/b\n`),
  file(
    'requests of a file that names them',
    (w) => `# @name one\nGET ${w.home.origin}/a\n\n### two\nDELETE ${w.home.origin}/b\n`,
  ),
  file('a collection of one request', (w) =>
    JSON.stringify({
      info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
      item: [{ name: 'a', request: { method: 'GET', url: `${w.home.origin}/a` } }],
    }),
  ),
  file('a description of an API', (w) =>
    JSON.stringify({ openapi: '3.0.0', servers: [{ url: w.home.origin }], paths: { '/a': { get: {} } } }),
  ),
  file('a request hidden behind the body of another', (w) =>
    raw('GET', w, 'Content-Length: 3\r\n', `xyz${raw('DELETE', w)}`),
  ),
  file('a PowerShell script with more in it', (w) => `Invoke-WebRequest -Uri "${w.home.origin}/a"\nRemove-Item x\n`),
  file('a HAR that --send names', (w) => har(entry(w)), { options: ['--send'], sees: { home: [1, 12] } }),
  file('a HAR of a write that --send names', (w) => har(entry(w, {}, 'DELETE')), {
    options: ['--send'],
    says: /--yes sends it/,
  }),
  file('a HAR of a write, with --send and --yes', (w) => har(entry(w, {}, 'DELETE')), {
    options: ['--send', '--yes'],
    sees: { home: [1, 7] },
  }),
  file('a HAR of two refusals that --send names', (w) => har(entry(w), entry(w)), { options: ['--send'], status: 2 }),
  file('a raw write that --send names', (w) => raw('DELETE', w), { options: ['--send'], sees: { home: [1, 7] } }),
  file('a raw write with --yes', (w) => raw('DELETE', w), { options: ['--yes'], sees: { home: [1, 7] } }),
  file('anything with --no-send', (w) => `curl ${w.home.origin}/x`, { options: ['--no-send'] }),
  { name: '--no-send on a command line', words: (w) => ['--no-send', 'curl', `${w.home.origin}/x`], status: 1 },
  { name: 'a URL', words: (w) => [`${w.home.origin}/x`], sees: { home: [1, 12] } },
  { name: '--plan', words: (w) => ['--plan', 'curl', `${w.home.origin}/x`] },
]);
