// Values whose form says little: numbers as long as a time, letters alone, a value where a name would stand, signs of JSON in JSON.
import type { Document } from '@why403/core';
import { afterAll, describe, expect, it } from 'vitest';
import { type Dice, diceOf, inventName, letters, SEED } from './secrets-plant.ts';
import { folder, said } from './secrets-run.ts';

const dice = diceOf(SEED + 17);
let planted = 0;
let shown = 0;

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} values planted that their form does not tell, ${shown} shown`);
});

interface Said {
  readonly text: string;
  readonly document: Document;
}

async function judged(head: string, answer: string, type = 'text/plain'): Promise<Said> {
  const raw = `${head}\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\nContent-Type: ${type}\r\n\r\n${answer}`;
  const { text } = await said(['--json', '-'], {}, raw);
  return { text, document: JSON.parse(text) };
}

/** A number that could be a time of these years. */
const timely = (d: Dice): string => `1${letters(d, 1, '56')}${letters(d, 8, '123456789')}`;
const word = (d: Dice): string => letters(d, 4, 'bdfgk') + inventName(d, '') + inventName(d, '');

const PLACES: Readonly<Record<string, readonly [(d: Dice) => string, (s: string) => string]>> = {
  'a number in a path': [timely, (s) => `GET http://a.example/users/@${s} HTTP/1.1\r\nHost: a.example`],
  'a number of a product': [timely, (s) => `GET http://a.example/x HTTP/1.1\r\nUser-Agent: app/1.0 (${s})`],
  'a number of a range': [timely, (s) => `GET http://a.example/x HTTP/1.1\r\nRange: bytes=${s}`],
  'a cookie that is a number': [timely, (s) => `GET http://a.example/x HTTP/1.1\r\nCookie: ${s}`],
  'a cookie without a name': [word, (s) => `GET http://a.example/x HTTP/1.1\r\nCookie: a=1; ${s}`],
  'no address': [word, (s) => `GET http://a.example/x HTTP/1.1\r\nX-Forwarded-For: 10.0.0.1, ${s}`],
};

describe(`values are judged by their place first (SECRETS_SEED=${SEED} repeats)`, () => {
  it.each(Object.keys(PLACES))('%s', async (place) => {
    const [make, head] = PLACES[place]!;
    for (let n = 0; n < 5; n++) {
      const secret = make(dice);
      const { text } = await judged(head(secret), `no entry for ${secret}`);
      planted++;
      if (text.includes(secret)) shown++;
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
    }
  });

  it('a fragment', async () => {
    const secret = word(dice);
    const { text } = await said(['--no-send', '--json', `http://a.example/x#${secret}`]);
    planted++;
    if (text.includes(secret)) shown++;
    expect(text).not.toContain(secret);
  });

  it('a time is shown where a time is told', async () => {
    const reset = '1771225003';
    const head = `GET http://a.example/x HTTP/1.1\r\nHost: a.example\r\n\r\n\r\nHTTP/1.1 429 Too Many Requests\r\nX-RateLimit-Reset: ${reset}\r\nContent-Type: application/json\r\n\r\n{"reset_at":"${reset}","message":"The limit resets at ${reset}."}`;
    const document: Document = JSON.parse((await said(['--json', '-'], {}, head)).text);
    const { headers, body } = document.diagnoses[0]!.response!;
    expect(headers[0]).toEqual(['X-RateLimit-Reset', reset]);
    expect(body).toBe(`{"reset_at":"${reset}","message":"The limit resets at ${reset}."}`);
  });

  it('a value of JSON in JSON is hidden whole, with its quotes', async () => {
    for (let n = 0; n < 5; n++) {
      const secret = `${letters(dice, 5)}"'<&>!= ${letters(dice, 5, 'bcdfgkZPEQ')}`;
      const body = JSON.stringify({ p: JSON.stringify({ [inventName(dice, '')]: secret }) });
      const { text, document } = await judged(
        `POST http://a.example/x HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${body}`,
        `key ${secret} may not`,
      );
      planted++;
      const pieces = secret.split(/[^A-Za-z0-9]+/);
      if (pieces.some((piece) => text.includes(piece))) shown++;
      expect(document.diagnoses[0]!.response!.body).toMatch(/^key <redacted [a-z0-9 ]+> may not$/);
    }
  });

  it('a name of a file that is not there is hidden where it reads as a value', async () => {
    const dir = folder({ 'a.http': 'GET http://a.example/x HTTP/1.1\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\n\r\nno' });
    for (const option of ['--config', '--error-log', '--access-log', '--root']) {
      const secret = `Q${letters(dice, 14)}7`;
      const { text } = await said(['--no-send', '--json', option, `${dir}/no-${secret}`, `${dir}/a.http`]);
      planted++;
      if (text.includes(secret)) shown++;
      expect([option, text.includes(secret)]).toEqual([option, false]);
    }
    const host = `q${letters(dice, 14)}7`;
    const { text } = await said([
      '--plan',
      '--json',
      'curl',
      'http://a.example/',
      '--connect-to',
      `a.example:80:${host}:81`,
    ]);
    planted++;
    if (text.includes(host)) shown++;
    expect(text).not.toContain(host);
  });

  it('letters alone are rarely taken for a word, the less so the longer they are', async () => {
    const alphabets = {
      lower: 'abcdefghijklmnopqrstuvwxyz',
      mixed: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    };
    // shares of a hundred: in a path, in a sentence
    const MOST: Readonly<Record<number, readonly [number, number]>> = {
      8: [6, 9],
      12: [4, 5],
      16: [3, 4],
      24: [2, 3],
      40: [1, 1],
    };
    const rates: Record<string, readonly number[]> = {};
    const over: string[] = [];
    for (const [name, alphabet] of Object.entries(alphabets))
      for (const length of [8, 12, 16, 24, 40]) {
        const keys = Array.from({ length: 300 }, () => letters(dice, length, alphabet));
        const [inPath, inSentence] = [keys.slice(0, 150), keys.slice(150)];
        const { document } = await judged(
          `GET http://a.example/${inPath.join('/')} HTTP/1.1\r\nHost: a.example`,
          inSentence.join(' '),
        );
        const url = document.diagnoses[0]!.request.url;
        const body = document.diagnoses[0]!.response!.body!;
        const share = [inPath.filter((key) => url.includes(key)), inSentence.filter((key) => body.includes(key))].map(
          (seen) => Math.round((seen.length / 1.5) * 10) / 10,
        );
        rates[`${name} ${length}`] = share;
        if (share.some((rate, i) => rate > MOST[length]![i]!)) over.push(`${name} ${length}: ${share}`);
      }
    console.log(`letters alone that are shown, in a path and in a sentence, of a hundred: ${JSON.stringify(rates)}`);
    expect(over).toEqual([]);
  });
});
