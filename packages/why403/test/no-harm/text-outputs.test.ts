// Every output of the command, with one character of each kind that moves, hides or shows nothing in every place that an
// input has: none of them comes out.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, har, harEntry, serve, why403 } from '../cli/command.ts';
import { ONE_OF_EACH, UNSEEN_CHARACTERS } from './hostile.ts';

const EACH = `a ${ONE_OF_EACH} z`;
// what a header or a path can hold
const LINE = EACH.replace(/[\r\n]/g, '');
const NAME = LINE.replace(/[\s/\0]|[\ud800-\udfff]/gu, '').slice(0, 40);
const PATH = NAME.replace(/\p{Cc}/gu, '');

const entry = (status: number, text: string): object =>
  harEntry({
    url: `https://shop.example/${LINE.replaceAll(' ', '')}?q=${LINE.replaceAll(' ', '')}`,
    method: 'POST',
    status,
    sent: {
      [`X-${NAME}`]: LINE,
      Origin: `https://${NAME}.example`,
      Cookie: `s=${LINE}`,
      Authorization: `Bearer ${LINE}`,
    },
    got: {
      [`X-${NAME}`]: LINE,
      Server: `nginx ${LINE}`,
      'WWW-Authenticate': `Bearer error="insufficient_scope", scope="${LINE}", realm="${LINE}"`,
      'Proxy-Status': `edge${LINE}; error=${LINE}`,
      'Content-Type': 'application/json',
    },
    text,
    body: JSON.stringify({ [EACH]: EACH, csrf: EACH }),
  });
const HAR = har(
  entry(403, JSON.stringify({ error: 'insufficient_scope', message: `You need the scope ${EACH}`, [EACH]: EACH })),
  entry(401, `<html><title>${EACH}</title><body>Forbidden: ${EACH}`),
  entry(403, `CSRF verification failed: ${EACH}`),
);
const c1 = [...LINE].join('');
const LOG = [
  `127.0.0.1 - ${c1} [10/Oct/2026:13:55:36 +0000] "GET /a${c1} HTTP/1.1" 403 2326 "http://r/${c1}" "Moz${c1}"`,
  `${NAME} - bob [10/Oct/2026:13:55:36 +0000] "${NAME} /a${c1} HTTP/1.1" 403 2326 "-" "-"`,
  `2026/10/10 13:55:36 [error] 7#7: *2 access forbidden by rule ${c1}, client: ${NAME}, server: x, request: "GET /a${c1} HTTP/1.1", host: "${c1}"`,
].join('\n');

/** No line of the output holds what is not seen; the command's own line ends are no part of that. */
function clean(words: readonly string[], text: string): void {
  expect(words).toBeTruthy();
  const found = UNSEEN_CHARACTERS.exec(text.replaceAll('\n', ''));
  const around = found ? text.slice(Math.max(0, found.index - 60), found.index + 20) : '';
  expect(
    found && `U+${found[0].codePointAt(0)!.toString(16)} in ${JSON.stringify(around)}`,
    words.join(' '),
  ).toBeNull();
}

test('no output of the command holds a character that is not seen', async () => {
  const folder = folderOf({
    [`har-${NAME}.har`]: HAR,
    'refused.har': HAR,
    'a.har': har(entry(403, EACH)),
    'access.log': LOG,
    'raw.http': `GET /${LINE.replaceAll(' ', '')} HTTP/1.1\r\nHost: shop.example\r\nX-A: ${LINE}\r\n\r\nHTTP/1.1 403 ${LINE}\r\nX-B: ${LINE}\r\n\r\nForbidden ${EACH}`,
    [`bad-${NAME}.har`]: `{"log":{"entries":[{"request":${JSON.stringify(EACH)}`,
    [`bad-${NAME}.txt`]: `nothing ${EACH}`,
  });
  const named = path.join(folder, `har-${NAME}.har`);
  const runs: readonly (readonly string[])[] = [
    ...['refused.har', 'raw.http', named].flatMap((input) => [
      ['--no-send', input],
      ['--no-send', '--json', input],
      ['--no-send', '--json', '--show-secrets', input],
      ['--no-send', '--show-secrets', input],
      ['--no-send', '--markdown', input],
      ['--no-send', '--markdown', '--show-secrets', input],
      ['--no-send', '--message', input],
      ['--no-send', '--html', 'page.html', input],
      ['--no-send', '--plan', input],
      ['--no-send', '--plan', '--json', input],
      ['--no-send', '--server', '--config', named, input],
      ['lint', input],
      ['lint', '--json', input],
      ['lint', '--sarif', input],
    ]),
    ['--no-send', '--save', `saved-${NAME}`, 'a.har'],
    ['verify', `saved-${NAME}`],
    ['verify', '--json', `saved-${NAME}`],
    ['diff', 'refused.har#1', 'refused.har#2'],
    ['diff', '--json', 'refused.har#1', 'refused.har#2'],
    ['logs', 'access.log', named],
    ['logs', '--json', 'access.log', named],
    ['logs', '--html', 'logs.html', 'access.log'],
    ['--no-send', `bad-${NAME}.har`],
    ['--no-send', `bad-${NAME}.txt`],
    ['--no-send', `absent-${NAME}.har`],
    ['lint', `absent-${NAME}.har`],
    ['logs', `absent-${NAME}.log`],
    ['diff', `absent-${NAME}`, `absent-${NAME}`],
    ['verify', `absent-${NAME}`],
    ['open', `w1.${NAME}`, '--key', NAME],
    ['routes', `absent-${NAME}.mjs`],
    ['explain', NAME],
    ['guide', NAME],
    ['completion', NAME],
    ['lint', `--level=${NAME}`, 'a.har'],
    [`--${NAME}`, 'a.har'],
    [`--max-requests=${NAME}`, 'a.har'],
    [NAME],
    ['--no-send', `curl https://shop.example/ -H '${LINE}' --no-such-${NAME}`],
    ['--no-send', `curl https://shop.example/ -d @${NAME}`],
    ['--as', NAME, 'a.har'],
    ['--working', NAME, 'https://127.0.0.1:9/'],
    [`http://${NAME}.invalid/`],
    ['--html', `absent-${NAME}/page.html`, '--no-send', 'a.har'],
  ];
  let characters = 0;
  for (const words of runs) {
    const { stdout, stderr } = await why403(words, { cwd: folder });
    expect(stdout + stderr, words.join(' ')).not.toBe('');
    expect(stdout + stderr, words.join(' ')).not.toMatch(/\n {4}at \S+ \(/);
    clean(words, stdout);
    clean(words, stderr);
    characters += stdout.length + stderr.length;
    if (words.includes('--json') || words.includes('--sarif')) JSON.parse(stdout || '{}');
  }
  for (const file of ['page.html', 'logs.html']) clean([file], readFileSync(path.join(folder, file), 'utf8'));
  console.log(`no-harm: ${runs.length} runs, ${characters} characters out, unseen characters 0`);
}, 180_000);

test('nor does what is sent and answered', async () => {
  const { origin } = await serve((_request, response) => {
    response.writeHead(403, {
      'Content-Type': 'text/html; charset=utf-8',
      Server: Buffer.from('x\u009b1\u0085').toString('latin1'),
    });
    response.end(`<title>${EACH}</title>Forbidden ${EACH}`);
  });
  for (const words of [[], ['--json'], ['--markdown'], ['--message']]) {
    const all = [
      ...words,
      '--as',
      `${NAME}=X-Key: abcdefgh`,
      'curl',
      `${origin}/${PATH}`,
      '-H',
      `X-${PATH}: v`,
      '-d',
      EACH.replaceAll('\0', ''),
    ];
    const { stdout, stderr } = await why403(all);
    expect(stdout, stderr).not.toBe('');
    clean(all, stdout);
    clean(all, stderr);
  }
}, 60_000);
