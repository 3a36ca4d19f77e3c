import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Place, type Planted, placesOf } from './secrets-places.ts';
import { type Dice, diceOf, ENCODINGS, inventSecret, type Leak, leaksOf, SEED } from './secrets-plant.ts';
import { allOf, folder, harOf, rawOf, said } from './secrets-run.ts';

interface Case {
  readonly place: string;
  readonly secret: string;
  readonly planted: Planted;
}

const dice = diceOf(SEED);
const places = Object.entries(placesOf());
let planted = 0;
let found = 0;
let outputs = 0;

/** How an answer repeats a secret: in which encoding, and in what. */
const ECHOES: readonly ((text: string) => Partial<Planted>)[] = [
  (text) => ({ text: `{"error":"forbidden","message":"You sent ${text} and may not post here."}` }),
  (text) => ({ text: `{"error":"forbidden","request":{"seen":"${text}"}}` }),
  (text) => ({
    text: `<html><body><h1>Forbidden</h1><p>Access denied for ${text}</p></body></html>`,
    answerType: 'text/html',
  }),
  (text) => ({ text: `Forbidden (${text})`, answerType: 'text/plain' }),
  (text) => ({ got: { 'X-Error-Message': `no access with ${text.replace(/[^\x20-\x7e]/g, '')}` } }),
];

function caseOf(place: string, make: Place, variant: string, change: (p: Planted, secret: string) => Planted): Case {
  const secret = inventSecret(dice);
  planted++;
  return { place: `${place}, ${variant} (${secret})`, secret, planted: change(make(secret, dice), secret) };
}

/** Every place as it is, with an echo in some encoding, and with the secret where a body is cut. */
function cases(): Case[] {
  const encodings = Object.entries(ENCODINGS);
  return places.flatMap(([place, make], i) => [
    caseOf(place, make, 'as it is', (p) => p),
    ...[0, 5, 9].map((step) => {
      const [name, encode] = encodings[(i + step) % encodings.length]!;
      return caseOf(place, make, `echoed ${name}`, (p, s) => ({ ...p, ...withEcho(p, dice.pick(ECHOES)(encode(s))) }));
    }),
    caseOf(place, make, 'cut', (p, s) => cut(p, s)),
  ]);
}

function withEcho(planted: Planted, echo: Partial<Planted>): Partial<Planted> {
  return {
    ...echo,
    got: { ...planted.got, ...echo.got },
    ...(planted.text !== undefined && { text: `${planted.text}\n${echo.text ?? ''}` }),
  };
}

/** So much before a body that a limit of the reports runs through the secret. */
function cut(planted: Planted, secret: string): Planted {
  const limit = dice.pick([600, 16_384, 65_536]);
  const pad = (text: string): string => {
    const at = text.indexOf(secret.slice(0, 8));
    const fill = 'The caller may not see it. '.repeat(Math.ceil(limit / 27));
    return fill.slice(0, Math.max(0, limit - Math.max(0, at) - dice.below(12))) + text;
  };
  if (planted.text !== undefined && planted.answerType !== 'application/json')
    return { ...planted, text: pad(planted.text) };
  return { ...planted, text: pad(`Forbidden for ${secret} here`), answerType: 'text/plain' };
}

/** What shows of the planted in what a run wrote. */
function leaksIn(list: readonly Case[], output: string, text: string): Leak[] {
  outputs++;
  const leaks = leaksOf(text, output, list);
  found += leaks.length;
  return leaks;
}

afterAll(() => {
  console.log(
    `seed ${SEED}: ${planted} secrets planted in ${places.length} kinds of place, ${outputs} outputs searched, ${found} found`,
  );
});

describe(`no planted secret shows (SECRETS_SEED=${SEED} repeats this run)`, () => {
  const all = cases();
  const chunks = Array.from({ length: Math.ceil(all.length / 60) }, (_, i) => all.slice(i * 60, i * 60 + 60));

  it('there are at least 700 of them', () => {
    expect(all.length).toBeGreaterThanOrEqual(700);
  });

  it.each([
    ['the terminal report', []],
    ['--json', ['--json']],
    ['--markdown', ['--markdown']],
    ['--message', ['--message']],
    ['--html', ['--html', 'PAGE']],
  ] as const)('in %s', async (name, options) => {
    const leaks: Leak[] = [];
    for (const chunk of chunks) {
      const dir = folder({ 'x.har': harOf(chunk.map((c) => c.planted)) });
      const words = options.map((word) => (word === 'PAGE' ? path.join(dir, 'page.html') : word));
      const { text } = await said(['--no-send', ...words, path.join(dir, 'x.har')]);
      leaks.push(
        ...leaksIn(chunk, name, name === '--html' ? text + readFileSync(path.join(dir, 'page.html'), 'utf8') : text),
      );
    }
    expect(leaks).toEqual([]);
  });

  it('in lint, its JSON and its SARIF', async () => {
    const leaks: Leak[] = [];
    for (const chunk of chunks) {
      const dir = folder({ 'x.har': harOf(chunk.map((c) => c.planted)) });
      for (const form of [[], ['--json'], ['--sarif']]) {
        const { text } = await said(['lint', ...form, path.join(dir, 'x.har')]);
        leaks.push(...leaksIn(chunk, `lint ${form}`, text));
      }
    }
    expect(leaks).toEqual([]);
  });

  it('in --plan, diff and saved bundles', async () => {
    const leaks: Leak[] = [];
    for (const one of sample(all, 90, dice)) {
      const dir = folder({ 'a.har': harOf([one.planted]), 'b.har': harOf([{}]) });
      const file = path.join(dir, 'a.har');
      for (const words of [
        ['--plan', file],
        ['--plan', '--json', file],
        ['diff', file, path.join(dir, 'b.har')],
        ['diff', '--json', path.join(dir, 'b.har'), file],
        ['--no-send', '--save', path.join(dir, 'kept'), file],
      ]) {
        const { text } = await said(words);
        leaks.push(...leaksIn([one], words.slice(0, -1).join(' '), text));
      }
      for (const name of ['a.har', 'b.har']) (await import('node:fs')).rmSync(path.join(dir, name));
      leaks.push(...leaksIn([one], 'the folder of --save', allOf(dir)));
    }
    expect(leaks).toEqual([]);
  });

  it('where the input is a raw message', async () => {
    const leaks: Leak[] = [];
    for (const one of sample(all, 120, dice)) {
      const dir = folder({ 'a.http': rawOf(one.planted) });
      const { text } = await said(['--no-send', '--json', path.join(dir, 'a.http')]);
      leaks.push(...leaksIn([one], 'a raw message', text));
    }
    expect(leaks).toEqual([]);
  });
}, 300_000);

function sample<T>(list: readonly T[], n: number, dice: Dice): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(n, left.length) }, () => left.splice(dice.below(left.length), 1)[0]!);
}
