import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CAUSE_IDS, type Diagnosis, markdown, terminal } from '@why403/core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { fixturesIn } from '../../../core/test/fixture.ts';
import { CSRF_PAGE, diagnosed, folderOf, har, harEntry, serve, why403 } from './command.ts';

const schema = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../schema/why403-1.json'), 'utf8'));
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictTypes: false,
  strictRequired: false,
}).compile(schema);

const golden = (name: string): string => path.join(import.meta.dirname, 'golden', name);

/** Entries that show each kind of verdict: proven by words, likely, possible, and one that wears a number of success. */
const ENTRIES = [
  harEntry({
    url: 'https://shop.example/login',
    method: 'POST',
    status: 403,
    got: { 'Content-Type': 'text/html' },
    text: CSRF_PAGE,
  }),
  harEntry({
    url: 'https://api.example/v1/projects/4711/members?page=2',
    status: 403,
    sent: { Authorization: 'Bearer opaque-token-4711' },
    got: { 'Content-Type': 'application/json', Server: 'nginx' },
    text: JSON.stringify({
      request_id: '6f1c0a6e0b5b4d5c9a1f8f0d2c3b4a59',
      documentation: 'https://docs.example/errors',
      error: { status: 403, message: 'You need the role project-admin to list the members of this project' },
      retry: false,
    }),
  }),
  harEntry({
    url: 'https://files.example/private/',
    status: 403,
    got: { Server: 'nginx/1.24.0', 'Content-Type': 'text/html' },
    text: '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center><hr><center>nginx/1.24.0</center></body></html>',
  }),
];

/** Diagnoses as they once were: reports are functions of them, whatever the weights are today. */
const kept = (name: string): Diagnosis => JSON.parse(readFileSync(golden(`${name}.json`), 'utf8'));
const NAMES = ['csrf', 'role', 'bare', 'tried'] as const;

describe('the terminal report', () => {
  it.each(NAMES)('of the %s case reads as its golden file, in 80 columns without colour', async (name) => {
    const text = `${terminal(kept(name))}\n`;
    await expect(text).toMatchFileSnapshot(golden(`${name}.txt`));
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('of the command is that of its JSON, without colour where it is no terminal', async () => {
    for (const entry of ENTRIES) {
      const { stdout } = await why403(['-', '--no-send'], { stdin: har(entry) });
      const { diagnoses } = await diagnosed(['-', '--no-send'], { stdin: har(entry) });
      expect(stdout).toBe(`${terminal(diagnoses[0]!)}\n`);
      expect(stdout).not.toContain('\u001b');
    }
  });

  it('marks exactly the quoted bytes with carets, in a window where the line is long', async () => {
    const [, entry] = ENTRIES;
    const { diagnoses } = await diagnosed(['-', '--no-send'], { stdin: har(entry!) });
    const { stdout } = await why403(['-', '--no-send'], { stdin: har(entry!) });
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => /^ +\^+/.test(line));
    const [, indent, carets] = /^( +)(\^+)/.exec(lines[at]!)!;
    const marked = lines[at - 1]!.slice(indent!.length, indent!.length + carets!.length);
    expect(marked).toBe(diagnoses[0]!.causes[0]!.evidence[0]!.quote);
  });

  it('folds equal entries with a count; JSON does not', async () => {
    const three = har(ENTRIES[2]!, ENTRIES[2]!, ENTRIES[0]!, ENTRIES[2]!);
    const { stdout } = await why403(['-', '--no-send'], { stdin: three });
    expect(stdout.match(/^403 .*$/gm)?.map((line) => line.replace(/ +/g, ' '))).toEqual([
      '403 GET https://files.example/private/ nginx × 3',
      '403 POST https://shop.example/login Django',
    ]);
    expect((await diagnosed(['-', '--no-send'], { stdin: three })).diagnoses).toHaveLength(4);
  });

  it('tells what was asked of the server', async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(request.headers.origin ? 403 : 200);
      response.end(request.headers.origin ? 'Forbidden' : 'fine');
    });
    const { stdout } = await why403(['curl', `${origin}/x`, '-H', 'Origin: https://elsewhere.example']);
    expect(stdout).toMatch(/^proven {2}origin-rejected/m);
    expect(stdout).toMatch(/^(?:asked {2}| {7})\S.*Origin.* 200 allowed$/m);
  });
});

describe('--json', () => {
  it('fits the schema, with and without experiments', async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(request.headers.cookie ? 403 : 401, { 'Set-Cookie': 'sid=12345678' });
      response.end('Forbidden');
    });
    for (const words of [
      ['--max-wait', '0', `${origin}/x`],
      ['--max-wait', '0', 'curl', `${origin}/x`, '-b', 'sid=abcdefgh'],
      ['--no-send', `${origin}/x`],
    ]) {
      const document = await diagnosed(words);
      expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    }
  });

  it('fits the schema for every fixture; causes are sorted and add up to 1, the checklist is whole', async () => {
    const fixtures = fixturesIn(path.resolve(import.meta.dirname, '../../../core/fixtures/vendors'));
    const entries = fixtures.map(({ exchange: { request, response } }) =>
      harEntry({
        url: request.url,
        method: request.method,
        status: response!.status,
        sent: Object.fromEntries(request.headers),
        got: Object.fromEntries(response!.headers),
        text: response!.body?.text ?? '',
        ...(request.body && { body: request.body.text }),
      }),
    );
    const diagnoses: Diagnosis[] = [];
    // of a recording with more different ones the rest is only counted
    for (let at = 0; at < entries.length; at += 200) {
      const document = await diagnosed(['-', '--no-send'], { stdin: har(...entries.slice(at, at + 200)) });
      expect(validate(document), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
      expect(document.unjudged).toBeUndefined();
      diagnoses.push(...document.diagnoses);
    }
    expect(diagnoses.length).toBeGreaterThan(1000);
    for (const { causes } of diagnoses) {
      const shares = causes.map(({ probability }) => probability);
      expect(Math.abs(shares.reduce((a, b) => a + b, 0) - 1)).toBeLessThanOrEqual(0.01);
      expect(shares).toEqual([...shares].sort((a, b) => b - a));
      expect(new Set(causes.map(({ cause }) => cause)).size).toBe(CAUSE_IDS.length);
    }
  }, 60_000);

  it('fits the schema for a recording of which not all was judged', async () => {
    const nameOf = (at: number) => String.fromCharCode(97 + Math.floor(at / 26), 97 + (at % 26));
    const entry = (at: number) => harEntry({ url: `https://shop.example/${nameOf(at % 240)}`, status: 403 });
    const document = await diagnosed(['-'], { stdin: har(...Array.from({ length: 300 }, (_, at) => entry(at))) });
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const counted = document.unjudged!.reduce((sum, { answers }) => sum + answers, 0);
    const judged = document.diagnoses.reduce((sum, { alike = 0 }) => sum + 1 + alike, 0);
    expect([document.diagnoses.length, judged + counted]).toEqual([200, 300]);
  });

  it('leaves surplus and missing fields out of the schema', () => {
    expect(validate({ schema: 'why403/1', diagnoses: [] })).toBe(true);
    expect(validate({ schema: 'why403/1', diagnoses: [], more: 1 })).toBe(false);
    expect(validate({ schema: 'why403/1', diagnoses: [{}] })).toBe(false);
  });

  it('names every cause in the schema', () => {
    expect(schema.$defs.cause.enum).toEqual(CAUSE_IDS);
  });

  it('stands alone on standard output; notes go to standard error', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(403);
      response.end('Forbidden');
    });
    const { stdout, stderr } = await why403(['--json', 'curl', '-s', '-o', 'file', '--retry', '2', `${origin}/x`]);
    expect(JSON.parse(stdout).schema).toBe('why403/1');
    for (const line of stderr.split('\n').filter(Boolean)) expect(line).toMatch(/^why403: /);
  });
});

describe('--markdown', () => {
  it('reads as its golden file', async () => {
    const text = [markdown(kept('csrf')), markdown(kept('bare'), 2), markdown(kept('tried'))].join('\n');
    await expect(text).toMatchFileSnapshot(golden('report.md'));
  });

  it('of the command is that of its JSON, below the overview, by cause, equal entries once', async () => {
    const entries = har(ENTRIES[0]!, ENTRIES[2]!, ENTRIES[2]!);
    const { stdout } = await why403(['-', '--no-send', '--markdown'], { stdin: entries });
    const { diagnoses } = await diagnosed(['-', '--no-send'], { stdin: entries });
    const [head, ...rest] = stdout.split(/^(?=## )/m);
    expect(head).toBe(
      '# 3 refusals among 3 requests\n\n| share | refusals | cause | who | requests |\n|---|---|---|---|---|\n| 67 % | 2 | unknown |  | GET `https://files.example/private/` |\n| 33 % | 1 | csrf-missing | you | POST `https://shop.example/login` |\n\n',
    );
    expect(rest.join('')).toBe([markdown(diagnoses[1]!, 2), markdown(diagnoses[0]!)].join('\n'));
  });
});

describe('--html', () => {
  it('writes one page without script or outside resource, and names the file', async () => {
    const folder = folderOf();
    const { status, stdout } = await why403(['-', '--no-send', '--html', 'out.html'], {
      stdin: har(...ENTRIES),
      cwd: folder,
    });
    expect([status === 0 || status === 1, stdout]).toEqual([true, 'out.html\n']);
    const page = readFileSync(path.join(folder, 'out.html'), 'utf8');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/<script|<link|<img|<iframe|src=|@import|url\(|\son\w+=/i);
    expect(page.match(/<article /g)).toHaveLength(3);
    expect(page).toContain('<mark>CSRF cookie not set');
  });
});
