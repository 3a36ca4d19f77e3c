// A value that its place hides is hidden where the answer repeats it, however it is spelled there.
import type { Document } from '@why403/core';
import { afterAll, describe, expect, it } from 'vitest';
import { type Dice, diceOf, inventName, letters, SEED } from './secrets-plant.ts';
import { said } from './secrets-run.ts';

const dice = diceOf(SEED + 13);
let planted = 0;
let shown = 0;

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} echoes, ${shown} shown`);
});

const bytes = (text: string): readonly number[] => [...Buffer.from(text)];
const hex = (byte: number): string => byte.toString(16).padStart(2, '0');

const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
  'hex with colons': (s) => bytes(s).map(hex).join(':'),
  'hex with spaces': (s) => bytes(s).map(hex).join(' ').toUpperCase(),
  'hex with 0x': (s) =>
    bytes(s)
      .map((byte) => `0x${hex(byte)}`)
      .join(', '),
  'a list of bytes': (s) => bytes(s).join(','),
  octal: (s) =>
    bytes(s)
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join(''),
  'HTML without semicolons': (s) =>
    bytes(s)
      .map((byte) => `&#${byte}`)
      .join(''),
  'parted by a tag': (s) => `${s.slice(0, 5)}<b>${s.slice(5)}</b>`,
  'parted by two tags': (s) => `<i>${s.slice(0, 5)}</i><b>${s.slice(5)}</b>`,
  'parted by a soft hyphen': (s) => `${s.slice(0, 5)}\u00ad${s.slice(5)}`,
  'parted by what is not seen': (s) => [...s].join('\u200b'),
  'full width': (s) => [...s].map((ch) => String.fromCharCode(ch.charCodeAt(0) + 0xfee0)).join(''),
  bold: (s) => [...s].map((ch) => (/[a-z]/.test(ch) ? String.fromCodePoint(ch.charCodeAt(0) + 0x1d3b9) : ch)).join(''),
  reversed: (s) => [...s].reverse().join(''),
  'reversed, in base64': (s) => Buffer.from([...s].reverse().join('')).toString('base64'),
  'its first eight letters': (s) => `${s.slice(0, 8)}…`,
  'its last eight letters': (s) => `…${s.slice(-8)}`,
  'its first ten letters and stars': (s) => `${s.slice(0, 10)}****`,
};

const FORMS: Readonly<Record<string, (d: Dice) => string>> = {
  random: (d) => `Q${letters(d, 14)}7`,
  hex: (d) => letters(d, 32, '0123456789abcdef'),
  'a word': (d) => letters(d, 4, 'bdfgk') + inventName(d, '') + inventName(d, ''),
  'two words': (d) => `${inventName(d, '')}X${inventName(d, '')}Z`,
};

const ANSWERS: Readonly<Record<string, (echoes: readonly string[]) => string>> = {
  'text/plain': (echoes) => `Denied.\n${echoes.map((echo) => `we saw ${echo} there`).join('\n')}`,
  'application/json': (echoes) =>
    JSON.stringify({ error: 'denied', messages: echoes.map((echo) => `we saw ${echo} there`) }),
};

describe(`no echo of a hidden value shows (SECRETS_SEED=${SEED} repeats)`, () => {
  it.each(Object.keys(FORMS).flatMap((form) => Object.keys(ANSWERS).map((type) => [form, type] as const)))(
    '%s, %s',
    async (form, type) => {
      const cases = Object.entries(SPELLINGS).map(([name, spell]) => {
        let secret = FORMS[form]!(dice);
        while (secret.length < 12) secret += letters(dice, 1, 'bdgk');
        return { name, secret, echo: spell(secret) };
      });
      const sent = cases.map(({ secret }, i) => `X-Q${i}: ${secret}\r\n`).join('');
      const answer = ANSWERS[type]!(cases.map(({ echo }) => echo));
      const raw = `GET /x HTTP/1.1\r\nHost: a.example\r\n${sent}\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${answer}`;
      const document: Document = JSON.parse((await said(['--json', '-'], {}, raw)).text);
      const body = document.diagnoses[0]!.response!.body!;
      const parts =
        type === 'text/plain' ? body.split('\n').slice(1) : (JSON.parse(body) as { messages: string[] }).messages;
      const leaks = cases.filter(({ echo }, i) => parts[i]!.includes(echo.replace(/[…*]/g, '')));
      planted += cases.length;
      shown += leaks.length;
      expect(leaks).toEqual([]);
    },
  );
});
