// Secrets of a recording are those of all of it: of every entry and file, whichever of them is told, and however many lie between.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newVault, redactorOf, viewOf } from '@why403/core';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Planted } from './secrets-places.ts';
import { diceOf, inventName, inventSecret, letters, SEED } from './secrets-plant.ts';
import { allOf, entryOf, folder, harOf, said } from './secrets-run.ts';

const dice = diceOf(SEED + 11);

/** A word that nobody has heard of, so that its form does not give it away. */
function word(): string {
  let made = '';
  while (made.length < 9) made += inventName(dice, '');
  return made;
}

/** An exchange that passed with a secret in it, by where the secret stands. */
const PASSED: Readonly<Record<string, (secret: string) => Planted>> = {
  'a field of what was sent': (s) => ({
    body: JSON.stringify({ user: 'kim', passphrase: s }),
    status: 200,
    text: 'ok',
  }),
  'a cookie': (s) => ({ sent: { Cookie: `sid=${s}` }, status: 200, text: 'ok' }),
  'a cookie that is set': (s) => ({ got: { 'Set-Cookie': `sid=${s}; Path=/` }, status: 204, text: '' }),
  'a password of Basic': (s) => ({
    sent: { Authorization: `Basic ${Buffer.from(`kim:${s}`).toString('base64')}` },
    status: 200,
    text: 'ok',
  }),
  'a field of the answer': (s) => ({ status: 200, text: JSON.stringify({ client_secret: s }) }),
  'a field far down in a long answer': (s) => ({
    status: 200,
    text: JSON.stringify({ rows: Array.from({ length: 4000 }, () => 'a row as any other'), access_token: s }),
  }),
  'a query': (s) => ({ url: `https://api.example/cb?code=${s}`, status: 302, text: '' }),
};

/** Entries that ask for no URL of HTTP, or begin as one: what they hold may be repeated all the same. */
Object.assign(PASSED, {
  'a header of a data: URL': (s: string) => ({
    url: 'data:text/plain,hello',
    sent: { 'X-Flurb': s },
    status: 200,
    text: 'hello',
  }),
  'a cookie of a blob: URL': (s: string) => ({
    url: 'blob:https://api.example/1',
    sent: { Cookie: `sid=${s}` },
    status: 200,
    text: 'x',
  }),
  'a header of an extension': (s: string) => ({
    url: 'chrome-extension://abc/x.js',
    sent: { 'X-Flurb': s },
    status: 200,
    text: 'x',
  }),
  'a query of a WebSocket': (s: string) => ({ url: `wss://api.example/live?ticket=${s}`, status: 101, text: '' }),
});

const refusal = (secret: string): Planted => ({
  answerType: 'text/plain',
  text: `Forbidden: ${secret} may not see this`,
});
const plain = (n: number): Planted[] =>
  Array.from({ length: n }, (_, i) => ({ url: `https://api.example/rows/${i}`, status: 200, text: '[1,2]' }));

/** All that is said of it in every form, and what is saved. */
async function everything(words: readonly string[], dir: string): Promise<string> {
  let all = '';
  for (const form of [[], ['--json'], ['--markdown'], ['--message'], ['--html', path.join(dir, 'page.html')]])
    all += (await said(['--no-send', ...form, ...words])).text;
  await said(['--no-send', '--save', path.join(dir, 'kept'), ...words], { XDG_STATE_HOME: dir });
  return all + readFileSync(path.join(dir, 'page.html'), 'utf8') + allOf(path.join(dir, 'kept'));
}

describe(`an answer may repeat what another entry holds (SECRETS_SEED=${SEED})`, () => {
  it.each(Object.keys(PASSED))('%s', async (place) => {
    const secret = word();
    const entry = PASSED[place]!(secret);
    const dir = folder({
      'before.har': harOf([entry, refusal(secret)]),
      'after.har': harOf([refusal(secret), ...plain(700), entry]),
    });
    for (const words of [['before.har'], ['before.har#2'], ['after.har'], ['after.har#1']]) {
      const text = await everything([path.join(dir, words[0]!)], dir);
      expect(text).toContain('Forbidden');
      expect([place, words, text.toLowerCase().includes(secret)]).toEqual([place, words, false]);
    }
  });

  it('of another file of a folder, and of what is held against it', async () => {
    const secret = word();
    const dir = folder();
    const far = harOf([...plain(650), PASSED['a field of what was sent']!(secret)]);
    const [told, beside] = [folder({ 'a.har': harOf([refusal(secret)]), 'b.har': far }), folder({ 'w.har': far })];
    for (const words of [[told], [path.join(told, 'a.har'), '--working', path.join(beside, 'w.har')]]) {
      const text = await everything(words, dir);
      expect(text).toContain('Forbidden');
      expect([words, text.toLowerCase().includes(secret)]).toEqual([words, false]);
    }
  });
}, 120_000);

it('what a test typed and signed in with, as its trace holds it, is hidden in an answer', async () => {
  const [signedIn, typed, sent, cookie] = [word(), word(), word(), word()] as const;
  const lines = [
    {
      type: 'context-options',
      options: {
        httpCredentials: { username: 'kim', password: signedIn },
        extraHTTPHeaders: [{ name: 'X-Flurb', value: sent }],
        storageState: { cookies: [{ name: 'sid', value: cookie, path: '/' }] },
      },
    },
    { type: 'before', apiName: 'locator.fill', params: { selector: '#pw', value: typed } },
  ];
  const snapshot = entryOf({ answerType: 'text/plain', text: `Forbidden: ${signedIn} ${typed} ${sent} ${cookie} no` });
  const dir = folder();
  const file = path.join(dir, 'trace.zip');
  writeFileSync(
    file,
    zipSync({
      'a.trace': strToU8(lines.map((line) => JSON.stringify(line)).join('\n')),
      'a.network': strToU8(JSON.stringify({ type: 'resource-snapshot', snapshot })),
    }),
  );
  const text = await everything([file], dir);
  expect(text).toContain('Forbidden');
  for (const secret of [signedIn, typed, sent, cookie]) expect(text.toLowerCase()).not.toContain(secret);
}, 60_000);

it('what is kept beside a report that shows all holds no secret of another entry either', async () => {
  const secret = word();
  const other = inventSecret(dice);
  const dir = folder({
    'a.har': harOf([
      {
        sent: { Authorization: `Bearer ${other}` },
        body: JSON.stringify({ passphrase: secret }),
        status: 200,
        text: 'ok',
      },
      refusal(`${secret} and ${other}`),
    ]),
  });
  const kept = path.join(dir, 'kept');
  for (const words of [['a.har'], ['a.har#2']]) {
    const { text } = await said(['--no-send', '--show-secrets', '--save', kept, path.join(dir, words[0]!)]);
    expect(text).toContain(secret);
    expect(allOf(kept)).toContain('Forbidden');
    expect(allOf(kept)).not.toContain(secret);
    expect(allOf(kept)).not.toContain(other);
  }
});

describe('a vault that is full', () => {
  it('knows as a whole what is over its number of pieces', () => {
    const vault = newVault();
    for (let n = 0; n < 12_000; n++) vault.learn(letters(dice, 40));
    const late = [letters(dice, 60), letters(dice, 200), inventSecret(dice)];
    for (const secret of late) {
      vault.learn(secret);
      expect(redactorOf(vault)(`no entry for ${secret} here`)).not.toContain(secret);
    }
    expect(vault.isPartial()).toBe(false);
  });

  it('says so, and then only common words of an answer are shown', () => {
    const vault = newVault();
    for (let n = 0; n < 100_001; n++) vault.learn(`${word()}${n}`);
    expect(vault.isPartial()).toBe(true);
    const secret = word();
    vault.learn(secret);
    const view = viewOf(
      {
        request: { method: 'GET', url: 'https://api.example/x', headers: [] },
        response: { status: 403, headers: [['X-Why', secret]], body: { text: `Access denied: ${secret}` } },
        gaps: [],
      },
      newVault(vault),
    );
    expect(view.body('response')).toMatch(/^Access denied: <redacted/);
    expect(JSON.stringify(view.headers('response'))).not.toContain(secret);
  });
});
