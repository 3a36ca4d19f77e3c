// Secrets that read as words: where their place hides them, they are hidden wherever they turn up, and what follows the name of a
// secret in a sentence is hidden whatever it looks like.
import { newVault, redactConfig, redactorOf } from '@why403/core';
import { afterAll, describe, expect, it } from 'vitest';
import { diceOf, inventName, letters, SEED } from './secrets-plant.ts';
import { allOf, folder, said } from './secrets-run.ts';

const dice = diceOf(SEED + 7);
let planted = 0;
let shown = 0;

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} secrets planted that read as words, ${shown} shown`);
});

/** A word that nobody has heard of, of ten letters and more. */
function inventWord(): string {
  let word = '';
  while (word.length < 10) word += inventName(dice, '');
  return word;
}

async function json(request: string, headers: readonly string[], answer: string, type = 'text/plain'): Promise<string> {
  const head = headers.map((line) => `${line}\r\n`).join('');
  const raw = `GET ${request} HTTP/1.1\r\nHost: a.example\r\n${head}\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Type: ${type}\r\n\r\n${answer}`;
  return (await said(['--json', '-'], {}, raw)).text;
}

function expectHidden(text: string, secret: string): void {
  planted++;
  const lower = text.toLowerCase();
  const pieces = Array.from({ length: Math.max(1, secret.length - 7) }, (_, i) => secret.slice(i, i + 8).toLowerCase());
  const leak = pieces.find((piece) => lower.includes(piece));
  if (leak !== undefined) shown++;
  expect([leak, leak && text.slice(Math.max(0, lower.indexOf(leak) - 60), lower.indexOf(leak) + 60)]).toEqual([
    undefined,
    undefined,
  ]);
}

describe(`a word that its place hides is hidden in an answer (SECRETS_SEED=${SEED})`, () => {
  const PLACES: Readonly<Record<string, (word: string) => readonly [string, readonly string[]]>> = {
    'a reset link': (w) => [`/reset/${w}`, []],
    'an unknown header': (w) => ['/x', [`X-Flurb: ${w}`]],
    'a cookie': (w) => ['/x', [`Cookie: sid=${w}`]],
    'two words': (w) => ['/x', [`X-Flurb: ${inventWord()} ${w}`]],
    'beside a key': (w) => ['/x', [`X-Flurb: Qx8Z7-${w}-77b1`]],
  };
  const ECHOES: readonly ((word: string) => string)[] = [
    (w) => `${w}x`,
    (w) => `x${w}`,
    (w) => `user${w}`,
    (w) => w.slice(0, 9),
    (w) => w.slice(-9),
    (w) => `re${w.toUpperCase()}s`,
  ];
  it.each(Object.keys(PLACES))('in %s', async (place) => {
    for (const echo of ECHOES) {
      const word = inventWord();
      const [request, headers] = PLACES[place]!(word);
      expectHidden(await json(request, headers, `Denied for ${echo(word)} and others.`), word);
    }
  });
});

it('letters that a header of the answer hides are hidden in what is said of it', async () => {
  for (let n = 0; n < 10; n++) {
    const key = letters(dice, 18, 'bcdfghjklmnpqrtvwxz');
    const raw = `GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\nVia: 1.1 ${key}\r\nProxy-Status: ${key}; error=${key}\r\n\r\nno`;
    for (const options of [['--json'], [], ['--markdown']])
      expectHidden((await said([...options, '-'], {}, raw)).text, key);
  }
});

it('an id names no secret, and a name that is drawn by chance is hidden', async () => {
  const secret = inventWord();
  const name = letters(dice, 20);
  const raw = `GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\nX-Request-Id: token=${secret}\r\nX-${name}: 1\r\n\r\nno`;
  const { text } = await said(['--json', '-'], {}, raw);
  expectHidden(text, secret);
  expectHidden(text, name);
});

it.each([
  'Passwort: WORD',
  'mot de passe : WORD',
  'senha: WORD',
  'contraseña: WORD',
  'hasło: WORD',
  'wachtwoord: WORD',
  'пароль: WORD',
  '密码：WORD',
  'API key not valid: WORD',
  'secret answer: WORD',
  'recovery phrase: WORD WORD WORD',
])('what follows the name of a secret is hidden: %s', async (line) => {
  const word = inventWord();
  expectHidden(await json('/x', [], line.replaceAll('WORD', word)), word);
});

it.each([
  ['OTP 771234 expired', '771234'],
  ['Your code is 771234', '771234'],
  ['card 4242 4242 4242 4242 blocked', '4242 4242'],
  ['SSN 123-45-6789 blocked', '123-45-6789'],
])('a number that is a secret is hidden: %s', async (line, number) => {
  const text = await json('/x', [], line);
  planted++;
  if (text.includes(number)) shown++;
  expect(text).not.toContain(number);
});

it('numbers and words of an answer that are none stay', async () => {
  const line =
    'Error code 1020: token expired at 10:42:07; API key is missing the scope calendar.events. Status code 4031, at most 5000 requests.';
  expect(await json('/x', [], line)).toContain(JSON.stringify(line).slice(1, -1));
});

describe('what a configuration compares a part of the request with is hidden, though it reads as a word', () => {
  const nginx = (line: string): string =>
    `events {}\nhttp {\n  server {\n    listen 80;\n    server_name a.example;\n    ${line}\n  }\n}\n`;
  const haproxy = (line: string): string =>
    `defaults\n  mode http\nfrontend f\n  bind :80\n  ${line}\n  http-request deny unless ok\n  default_backend b\nbackend b\n  server s 127.0.0.1:1\n`;
  const apache = (line: string): string =>
    `Listen 80\nServerName a.example\nDocumentRoot /srv\n<Location "/">\n  ${line}\n</Location>\n`;
  it.each([
    ['nginx, a header', (w: string) => nginx(`if ($http_x_k != "${w}") { return 403; }`)],
    ['nginx, a cookie', (w: string) => nginx(`if ($cookie_s !~ "^${w}$") { return 403; }`)],
    ['nginx, a parameter', (w: string) => nginx(`if ($arg_tok != ${w}) { return 403; }`)],
    ['nginx, the query', (w: string) => nginx(`if ($args !~ "t=${w}") { return 403; }`)],
    ['HAProxy, Authorization', (w: string) => haproxy(`acl ok hdr(authorization) -m str "Bearer ${w}"`)],
    ['HAProxy, a parameter', (w: string) => haproxy(`acl ok url_param(token) -m str ${w}`)],
    ['HAProxy, a pattern', (w: string) => haproxy(`acl ok urlp(pw) -m reg ^${w}$`)],
    ['HAProxy, a header', (w: string) => haproxy(`acl ok req.hdr(X-Zork) ${w}`)],
    ['HAProxy, a cookie', (w: string) => haproxy(`acl ok cook(a) ${w}`)],
    ['HAProxy, the query', (w: string) => haproxy(`acl ok query -m sub tok=${w}`)],
    ['Apache, Authorization', (w: string) => apache(`Require expr "%{HTTP:Authorization} == 'Bearer ${w}'"`)],
    ['Apache, a header', (w: string) => apache(`Require expr "%{HTTP:X-Tok} == '${w}'"`)],
    ['Apache, a cookie', (w: string) => apache(`Require expr "%{HTTP_COOKIE} =~ /s=${w}/"`)],
    ['Apache, the query', (w: string) => apache(`Require expr "%{QUERY_STRING} == 'tok=${w}'"`)],
  ])('%s', async (_name, config) => {
    const word = inventWord();
    const dir = folder({
      'server.conf': config(word),
      'a.http': 'GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\n',
    });
    for (const form of [[], ['--json'], ['--save', `${dir}/kept`]]) {
      const { text } = await said(['--no-send', ...form, '--config', `${dir}/server.conf`, `${dir}/a.http`]);
      expectHidden(text, word);
    }
    expectHidden(allOf(`${dir}/kept`), word);
  });

  it('and what is no credential stays, with the names of what is looked at', () => {
    for (const line of [
      'if ($http_user_agent ~* "scrapy|zgrab") { return 403; }',
      'acl bad hdr(user-agent) -m sub scrapy',
      'if ($http_x_kind != "json") { return 403; }',
    ])
      expect(redactConfig(line, redactorOf(newVault()))).toBe(line);
  });
});

it('letters of both cases are the less a word the more of them there are', async () => {
  let readable = 0;
  for (let n = 0; n < 20; n++) {
    const keys = Array.from({ length: 20 }, () =>
      letters(dice, 24, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'),
    );
    const text = await json(`/${keys.join('/')}`, [], 'no');
    readable += keys.filter((key) => text.includes(key)).length;
    planted += keys.length;
  }
  shown += readable;
  expect(readable).toBeLessThanOrEqual(2);
});
