import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importers } from '../../src/importers.ts';
import type { Imported } from '../../src/model/importer.ts';

const folder = join(import.meta.dirname, 'fixtures');
/** Which importer each kind of file is for; the others must not take it. */
const KINDS: Readonly<Record<string, string>> = {
  sh: 'curl',
  cmd: 'curl',
  ps1: 'powershell',
  fetch: 'fetch',
  har: 'har',
  http: 'raw-http',
  txt: 'url',
  bru: 'bruno',
  burp: 'burp',
  chlsj: 'charles',
  httpie: 'httpie',
  hurl: 'hurl',
  insomnia: 'insomnia',
  mitm: 'mitmproxy',
  postman: 'postman',
  rest: 'http-file',
  zap: 'zap',
};
const EXCEPTIONS: Readonly<Record<string, string>> = { 'curl-exe-in-powershell.ps1': 'curl' };

const context = {
  env: { API_TOKEN: 'secret token', API_USER: 'me' },
  readFile: (path: string): Uint8Array => {
    throw new Error(`no fixture reads a file, and this one reads ${path}`);
  },
};

/** Bytes are shown as hexadecimal, so that a reviewer can read the golden file. */
function show(imported: readonly Imported[]): string {
  return `${JSON.stringify(imported, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value), 2)}\n`;
}

describe('what each fixture says', () => {
  const files = readdirSync(folder).filter((file) => file !== 'golden');
  for (const file of files) {
    it(file, async () => {
      const text = readFileSync(join(folder, file), 'utf8');
      const kind = EXCEPTIONS[file] ?? KINDS[file.slice(file.lastIndexOf('.') + 1)];
      expect(importers.filter((importer) => importer.accepts(text)).map(({ id }) => id)).toEqual([kind]);
      const imported = importers.find(({ id }) => id === kind)!.read(text, context);
      await expect(show(imported)).toMatchFileSnapshot(join(folder, 'golden', `${file}.json`));
    });
  }

  it('has a fixture for each golden file', () => {
    const golden = readdirSync(join(folder, 'golden')).sort();
    expect(golden).toEqual(files.map((file) => `${file}.json`).sort());
  });
});
