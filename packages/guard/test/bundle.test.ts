import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CAUSE_IDS } from '@why403/core';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../src/cause.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const entries = Object.keys(manifest.exports)
  .filter((name) => name !== './package.json')
  .map((name) => (name === '.' ? 'index' : name.slice(2)));

/** Products whose words why403 reads: core's own files name them, and some that everybody knows. */
function vendorNames(): readonly string[] {
  const folder = new URL('../../core/src/vendors/', import.meta.url);
  const ids = readdirSync(folder, { recursive: true })
    .map((name) => basename(String(name)))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3));
  return [...ids, 'cloudflare', 'nginx', 'django', 'apache', 'akamai', 'istio', 'laravel', 'spring', 'haproxy'];
}

/** Sentences of core's causes: their titles, as far as its files say them. */
function causeTexts(): readonly string[] {
  const folder = new URL('../../core/src/causes/', import.meta.url);
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  } catch {
    // Core's causes are younger than this test; the list of ids below still holds.
  }
  return names.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    return [...text.matchAll(/\btitle: *'([^'\n]{12,200})'/g)].map((match) => match[1]!);
  });
}

async function bundle(entry: string): Promise<{ text: string; inputs: readonly string[]; outside: readonly string[] }> {
  const result = await build({
    entryPoints: [`${root}src/${entry}.ts`],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    legalComments: 'none',
    minify: true,
  });
  const outside = Object.values(result.metafile.outputs).flatMap((output) => output.imports.map((one) => one.path));
  return { text: result.outputFiles[0]!.text, inputs: Object.keys(result.metafile.inputs), outside };
}

describe.each(entries)('the bundle of %s', (entry) => {
  test('names no vendor, holds no text of a cause, and needs neither core nor anything undeclared', async () => {
    const { text, inputs, outside } = await bundle(entry);
    // An adapter may name its own framework, and the frameworks of the table of routes are not vendors' signatures.
    const frameworks = ['express', 'fastify', 'hono', 'koa', 'nest', 'nestjs', 'next', 'nextjs', 'node', 'web'];
    // names that are words of English, or of the field, say nothing where they stand in a sentence
    const words = ['here', 'jd', 'router', 'threads', 'websocket'];
    const names = vendorNames().filter((name) => !frameworks.includes(name) && !words.includes(name));
    expect(names.length).toBeGreaterThan(8);
    const found = names.filter((name) => new RegExp(`(?<![a-z])${name}(?![a-z])`, 'i').test(text));
    expect(found).toEqual([]);
    expect(causeTexts().filter((title) => text.includes(title))).toEqual([]);
    expect(inputs.filter((input) => !input.includes('packages/guard/src/'))).toEqual([]);
    const declared = Object.keys({ ...manifest.peerDependencies, ...manifest.dependencies });
    expect(outside.filter((name) => !name.startsWith('node:') && !declared.includes(name))).toEqual([]);
  });
});

test('the hot path is small: what every server loads', async () => {
  const { text, outside } = await bundle('index');
  expect(text.length).toBeLessThan(85_000);
  expect(outside.filter((name) => name !== 'node:crypto' && name !== 'valibot')).toEqual([]);
});

test('one small package without packages of its own is installed with it', () => {
  expect(Object.keys(manifest.dependencies)).toEqual(['valibot']);
  expect(readFileSync(new URL('../../../node_modules/valibot/package.json', import.meta.url), 'utf8')).not.toContain(
    '"dependencies"',
  );
  for (const name of Object.keys(manifest.peerDependencies)) {
    expect(manifest.peerDependenciesMeta[name]).toEqual({ optional: true });
  }
});

test('the causes are those of core, all of them and in no other spelling', () => {
  expect([...CAUSES].sort()).toEqual([...CAUSE_IDS].sort());
});
