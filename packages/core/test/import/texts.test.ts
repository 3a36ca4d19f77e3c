// What people paste and pipe: consoles, stack traces, tools, logs. Each text stands beside what it shows of request, answer and cause.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { judge } from '../../src/engine/judge.ts';
import { readAnyText } from '../../src/import/text/index.ts';
import { importers } from '../../src/importers.ts';
import type { Imported } from '../../src/model/importer.ts';
import { tell } from '../../src/report/tell.ts';
import { tools } from '../../src/tools.ts';

const folder = join(import.meta.dirname, '../../fixtures/texts');

interface Sample {
  readonly name: string;
  readonly text: string;
  readonly request: string;
  readonly status: number;
  readonly words?: string;
  readonly causes: readonly string[];
  readonly tool?: string;
}

function samplesOf(file: string): readonly Sample[] {
  return readFileSync(join(folder, file), 'utf8')
    .split(/^::: /m)
    .slice(1)
    .map((part) => {
      const [name, ...lines] = part.split('\n');
      const field = (wanted: string): string | undefined =>
        lines.find((line) => line.startsWith(`::${wanted} `))?.slice(wanted.length + 3);
      const tool = field('tool');
      const words = field('words');
      return {
        name: name!,
        text: lines
          .filter((line) => !line.startsWith('::'))
          .join('\n')
          .replaceAll('\\u001b', '\u001b'),
        request: field('request')!,
        status: Number(field('answer')),
        causes: field('cause')!.split(' '),
        ...(words && { words }),
        ...(tool && { tool }),
      };
    });
}

function read(text: string): readonly Imported[] {
  const context = { env: {} };
  const importer = importers.find((one) => one.accepts(text));
  return importer ? importer.read(text, context) : readAnyText(text, context, tools);
}

/** A request as the samples write it: `-` for what the text does not show. */
function shown({ exchange: { request, gaps } }: Imported): string {
  const has = (code: string): boolean => gaps.some((gap) => gap.code === code);
  const host = request.url.startsWith('https://unknown.invalid');
  const method = has('request') ? '-' : request.method;
  if (host) return `${method} ${new URL(request.url).pathname === '/' ? '-' : `-${new URL(request.url).pathname}`}`;
  return `${method} ${has('request-host') ? '-' : request.url}`;
}

const samples = readdirSync(folder).flatMap(samplesOf);

describe('what each text shows', () => {
  it.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, sample) => {
    const all = read(sample.text);
    const one = all[0]!;
    const { response } = one.exchange;
    const diagnosis = tell(judge(one.exchange, catalogue, one.claims ?? []), { showSecrets: true });
    const request = sample.request.replace(/^(\S+) -(?=[a-z])/, '$1 https://');
    expect([shown(one), response?.status, all.length]).toEqual([request, sample.status, 1]);
    if (sample.words !== undefined)
      expect(`${response?.body?.text} ${response?.headers.join(' ')}`).toContain(sample.words);
    if (sample.tool !== undefined) expect(one.tool).toBe(sample.tool);
    if (sample.causes[0] !== '?') expect(sample.causes).toContain(diagnosis.verdict.cause);
    expect(['command', 'request']).not.toContain(one.form);
  });

  it('in colours, with the prefixes of CI, told twice, and among two thousand other lines', () => {
    const text = samples.find(({ name }) => name === 'npm-publish-forbidden')!.text;
    const noise = Array.from({ length: 2000 }, (_, i) => `step ${i}: compiled src/module-${i}.ts in ${i % 97}ms`);
    const coloured = text.split('\n').map((line) => `\u001b[31m${line}\u001b[0m`);
    const log = [...noise.slice(0, 900), ...coloured, ...noise.slice(900), ...coloured]
      .map((line, i) => `2025-05-05T10:00:${String(i % 60).padStart(2, '0')}.1234567Z ${line}`)
      .join('\r\n');
    const all = read(log);
    expect(all.map(shown)).toEqual(['PUT https://registry.npmjs.org/left-pad']);
    expect(all[0]!.exchange.response!.body!.text).toBe(
      'You do not have permission to publish "left-pad". Are you logged in as the correct user?',
    );
  });

  it('broken by a terminal at its width, with every address whole', () => {
    const broken = (text: string): string => text.replace(/[^\n]{80}(?=[^\n])/g, '$&\n');
    for (const name of ['google-cloud-python', 'maven-deploy', 'gradle-resolve', 'npm-publish-forbidden', 'wget-401']) {
      const { text } = samples.find((one) => one.name === name)!;
      expect(read(broken(text)).map(shown)).toEqual(read(text).map(shown));
    }
  });

  it('leaves lines alone that only happen to be as wide as a terminal', () => {
    const url = `https://api.example.com/${'x'.repeat(20)}`;
    const line = `${'.'.repeat(80)} returned 403 for GET ${url}`.slice(-80);
    expect(read(`${line}\n2025-05-05T10:00:01Z next: done`).map(shown)).toEqual([`GET ${url}`]);
  });

  it('in words alone, among other lines', () => {
    const noise = Array.from({ length: 300 }, (_, i) => `step ${i}: compiled`);
    const said = 'You do not have permission to publish this package.';
    const [only, ...more] = read([...noise, said, ...noise].join('\n'));
    expect([only!.exchange.response?.body?.text, more]).toEqual([said, []]);
  });

  it('cut off anywhere, without a throw but an InputError', () => {
    for (const { text } of samples)
      for (let cut = 1; cut < text.length; cut += Math.ceil(text.length / 23)) {
        try {
          read(text.slice(0, cut));
        } catch (error) {
          expect((error as Error).name).toBe('InputError');
        }
      }
  });
});
