import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { judge } from '../../src/engine/judge.ts';
import { tell } from '../../src/report/tell.ts';

function fixesFor(method: string, status: number, text: string): readonly unknown[] {
  const told = tell(
    judge(
      {
        request: { method, url: 'http://api.example/search', headers: [['Host', 'api.example']] },
        response: { status, headers: [['Content-Type', 'application/json']], body: { text } },
        gaps: [],
      },
      catalogue,
    ),
  );
  return [told.verdict.cause, told.causes[0]?.fixes.find((fix) => fix.request ?? fix.commands) ?? null];
}

test('a wait that the answer names in words becomes a line of shell, half a unit longer for what was rounded', () => {
  const words = '{"error":"Forbidden","message":"Rate limit exceeded, retry in 1 minute"}';
  expect(fixesFor('GET', 403, words)).toEqual([
    'rate-limited',
    expect.objectContaining({ who: 'caller', commands: ['sleep 50', 'sleep 41'], verified: null }),
  ]);
});

test('a wait of hours is told and not scripted', () => {
  const words = '{"error":"Forbidden","message":"Rate limit exceeded, try again in 3 hours"}';
  expect(fixesFor('GET', 403, words)).toEqual(['rate-limited', null]);
});

test('a header that a CSRF check names is put into the mended request', () => {
  const words =
    '{"errors":[{"message":"This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). Please either specify a \'content-type\' header or provide a non-empty value for one of the following headers: x-apollo-operation-name, apollo-require-preflight"}]}';
  expect(fixesFor('GET', 400, words)).toEqual([
    'csrf-missing',
    expect.objectContaining({
      text: expect.stringMatching(/x-apollo-operation-name/),
      request: expect.stringContaining("-H 'x-apollo-operation-name: true'"),
    }),
  ]);
});
