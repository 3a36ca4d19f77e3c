import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as index from '../src/index.ts';
import * as journals from '../src/journal.ts';
import * as stores from '../src/store.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECRET } from './contract/callers.ts';
import { serve } from './serve.ts';

const guide = readFileSync(new URL('../../../docs/guard.md', import.meta.url), 'utf8');
const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

test('the guide names everything that is exported', () => {
  const names = [index, journals, stores].flatMap((module) => Object.keys(module));
  const told = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(guide));
  expect(told).toEqual([]);
  const subpaths = Object.keys(manifest.exports).filter((name) => name !== '.' && name !== './package.json');
  expect(subpaths.filter((name) => !new RegExp(`\\b${name.slice(2)}\\b`).test(guide))).toEqual([]);
});

test('the guide shows an answer as it is sent', async () => {
  const { bearer, scope } = index;
  const id = 'q1w2e3r4t5y6u7i8';
  const guarded = await serve(scope('posts:write'), {
    authenticate: bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }),
    now: () => NOW,
    makeId: () => id,
  });
  const { status, headers, body } = await guarded.ask(bearerOf());
  const shown = guide.slice(guide.indexOf('HTTP/1.1 403')).split('\n## ')[0]!.split('\n\n');
  const lines = shown[0]!.split('\n').map((line) => line.trim());
  expect(lines[0]).toBe(`HTTP/1.1 ${status} Forbidden`);
  for (const line of lines.slice(1)) {
    const [name, value] = line.split(/: (.*)/);
    expect([name, headers[name!.toLowerCase()]]).toEqual([name, value]);
  }
  expect(shown[1]!.replaceAll(/\n */g, '').trim()).toBe(body.trim());
});

test('the guide names every member of the tree and of what is required', () => {
  for (const name of ['passed', 'failed', 'fault', 'unasked', 'stepUp', 'csrf', 'rateLimit', 'plan', 'reason']) {
    expect(guide).toContain(`\`${name}\``);
  }
});

test('every exported function that takes options, and each option, has its place in the page of options', () => {
  const page = readFileSync(new URL('../../../docs/guard-options.md', import.meta.url), 'utf8');
  const src = new URL('../src/', import.meta.url);
  const files = readdirSync(src, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.ts'));
  let count = 0;
  for (const file of files) {
    const text = readFileSync(new URL(file, src), 'utf8');
    for (const [, name, body] of text.matchAll(/^export interface (\w+Options)\b[^{]*\{\n([\s\S]*?)^\}/gm)) {
      const own = [...body!.matchAll(/^ {2}readonly (\w+)\??:/gm)].map((match) => match[1]!);
      const section = page.split('\n## ').find((part) => own.every((option) => part.includes(`\`${option}\``)));
      expect([name, section === undefined]).toEqual([name, false]);
      count += own.length;
    }
  }
  expect(count).toBeGreaterThan(80);
  expect(guide).toContain('](guard-options.md)');
});
