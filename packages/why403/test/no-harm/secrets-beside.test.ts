// What a source holds beside the messages as they went over the wire may be repeated by any answer too: variables that no request
// uses, a fragment, cookies that are listed apart, fields of a form, what went over a WebSocket.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Planted } from './secrets-places.ts';
import { diceOf, ENCODINGS, inventName, inventSecret, type Leak, leaksOf, letters, SEED } from './secrets-plant.ts';
import { allOf, entryOf, folder, harOf, said } from './secrets-run.ts';

const d = diceOf(SEED + 99);
let planted = 0;
let found = 0;

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} secrets planted beside the messages of a source, ${found} found`);
});

const refusal = (echo: string): Planted => ({ answerType: 'text/plain', text: `Forbidden: ${echo} may not see this` });
const SHAPES: Readonly<Record<string, (s: string, e: string) => readonly [Record<string, string>, readonly string[]]>> =
  {
    'postman env': (s, e) => [
      {
        'c.json': JSON.stringify({
          info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
          item: [
            {
              name: 'a',
              request: { method: 'GET', url: 'https://a.example/{{v}}x', header: [{ key: 'X-K', value: '{{v}}' }] },
              response: [{ name: 'r', code: 403, header: [], body: `Forbidden for ${e}` }],
            },
          ],
        }),
        'e.postman_environment.json': JSON.stringify({
          id: '1',
          name: 'dev',
          values: [
            { key: 'v', value: 'zz', enabled: true },
            { key: inventName(d), value: s, enabled: true },
          ],
          _postman_variable_scope: 'environment',
        }),
      },
      ['c.json', 'e.postman_environment.json'],
    ],
    'postman collection variable': (s, e) => [
      {
        'c.json': JSON.stringify({
          info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
          variable: [{ key: inventName(d), value: s }],
          item: [
            {
              name: 'a',
              request: { method: 'GET', url: 'https://a.example/x' },
              response: [{ name: 'r', code: 403, header: [], body: `Forbidden for ${e}` }],
            },
          ],
        }),
      },
      ['c.json'],
    ],
    'postman auth': (s, e) => [
      {
        'c.json': JSON.stringify({
          info: { name: 'x', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
          auth: {
            type: 'apikey',
            apikey: [
              { key: 'key', value: 'X-K' },
              { key: 'value', value: s },
            ],
          },
          item: [
            {
              name: 'a',
              request: { method: 'GET', url: 'https://a.example/x' },
              response: [{ name: 'r', code: 403, header: [], body: `Forbidden for ${e}` }],
            },
          ],
        }),
      },
      ['c.json'],
    ],
    'har queryString only': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: {
                  method: 'GET',
                  url: 'https://a.example/x',
                  headers: [],
                  queryString: [{ name: 'tk', value: s }],
                },
                response: { status: 200, headers: [], content: {} },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har response cookies list': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: { method: 'GET', url: 'https://a.example/x', headers: [] },
                response: { status: 200, headers: [], cookies: [{ name: 'q', value: s }], content: {} },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har postData params multipart': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: {
                  method: 'POST',
                  url: 'https://a.example/x',
                  headers: [],
                  postData: { mimeType: 'multipart/form-data', params: [{ name: 'pw', value: s }] },
                },
                response: { status: 200, headers: [], content: {} },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har _webSocketMessages': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: { method: 'GET', url: 'wss://a.example/x', headers: [] },
                _webSocketMessages: [{ type: 'send', data: JSON.stringify({ token: s }) }],
                response: { status: 101, headers: [], content: {} },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har redirectURL': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: { method: 'GET', url: 'https://a.example/x', headers: [] },
                response: {
                  status: 302,
                  headers: [],
                  redirectURL: `https://b.example/cb?code=${encodeURIComponent(s)}`,
                  content: {},
                },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har fragment': (s, e) => [
      {
        'a.har': harOf([
          { url: `https://a.example/x#access_token=${encodeURIComponent(s)}`, status: 200, text: 'ok' },
          refusal(e),
        ]),
      },
      ['a.har'],
    ],
    'har pseudo header path': (s, e) => [
      {
        'a.har': harOf([{ sent: { ':path': `/x?key=${encodeURIComponent(s)}` }, status: 200, text: 'ok' }, refusal(e)]),
      },
      ['a.har'],
    ],
    'har yaml 200': (s, e) => [
      {
        'a.har': harOf([
          { answerType: 'application/yaml', text: `user: ann\n${inventName(d)}_token: ${s}\n`, status: 200 },
          refusal(e),
        ]),
      },
      ['a.har'],
    ],
    'har xml 200 long': (s, e) => [
      {
        'a.har': harOf([
          {
            answerType: 'application/xml',
            text: `<r>${'<a>row of rows</a>'.repeat(1000)}<sessionToken>${s.replace(/[<&]/g, '')}</sessionToken></r>`,
            status: 200,
          },
          refusal(e),
        ]),
      },
      ['a.har'],
    ],
    'har form 200 long': (s, e) => [
      {
        'a.har': harOf([
          {
            answerType: 'text/plain',
            text: `${'a=row&'.repeat(2000)}access_token=${encodeURIComponent(s)}&b=1`,
            status: 200,
          },
          refusal(e),
        ]),
      },
      ['a.har'],
    ],
    'har base64 answer': (s, e) => [
      {
        'a.har': JSON.stringify({
          log: {
            version: '1.2',
            entries: [
              {
                request: { method: 'GET', url: 'https://a.example/x', headers: [] },
                response: {
                  status: 200,
                  headers: [],
                  content: {
                    mimeType: 'application/json',
                    encoding: 'base64',
                    text: Buffer.from(JSON.stringify({ token: s })).toString('base64'),
                  },
                },
              },
              entryOf(refusal(e)),
            ],
          },
        }),
      },
      ['a.har'],
    ],
    'har sendfolder': (s, e) => [
      { 'a.har': harOf([{ sent: { 'X-K': s }, status: 200, text: 'ok' }]), 'b.har': harOf([refusal(e)]) },
      ['.'],
    ],
    'http file variable': (s, e) => [
      {
        'a.http': `@flurb = ${s}\n\nGET https://a.example/x\nX-K: {{flurb}}\n\nHTTP/1.1 403 Forbidden\n\nForbidden for ${e}`,
      },
      ['a.http'],
    ],
  };

/** A word that nobody has heard of: its form does not give it away. */
const word = (): string => letters(d, 4, 'bdfgk') + inventName(d, '') + inventName(d, '');

describe(`no secret beside the messages shows (SECRETS_SEED=${SEED} repeats)`, () => {
  it.each(Object.keys(SHAPES))('%s', async (shape) => {
    const leaks: Leak[] = [];
    for (const make of [inventSecret, word]) {
      const secret = make(d);
      const echo = make === word ? secret : ENCODINGS[d.pick(Object.keys(ENCODINGS))]!(secret);
      const [files, names] = SHAPES[shape]!(secret, echo);
      const dir = folder(files);
      const words = ['--no-send', ...names.map((name) => path.join(dir, name))];
      planted++;
      for (const form of [
        [],
        ['--json'],
        ['--message'],
        ['--save', path.join(dir, 'kept')],
        ['--html', path.join(dir, 'p.html')],
      ]) {
        const { text } = await said([...form, ...words], { XDG_STATE_HOME: dir });
        leaks.push(...leaksOf(text, `${form[0] ?? 'the terminal'}, ${secret}`, [{ place: shape, secret }]));
      }
      const written = readFileSync(path.join(dir, 'p.html'), 'utf8') + allOf(path.join(dir, 'kept'));
      expect(written).toContain('diagnoses');
      leaks.push(...leaksOf(written, 'files', [{ place: shape, secret }]));
    }
    found += leaks.length;
    expect(leaks).toEqual([]);
  });
}, 120_000);
