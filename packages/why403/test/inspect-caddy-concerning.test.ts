// What is left of a long Caddyfile answers as the whole one does, by Caddy's own reading of both.
import { describe, expect, test } from 'vitest';
import { refusedRequest } from '../bench/large-configs.ts';
import { adaptConfig } from '../src/inspect/caddy/adapt.ts';
import { onlyConcerning } from '../src/inspect/caddy/concerning.ts';
import { judgeCaddy } from '../src/inspect/caddy/judge.ts';
import { viewExchange } from '../src/inspect/shared/server-view.ts';
import { quietTrial } from '../src/inspect/shared/trial.ts';
import { installed } from './inspect-real-servers.ts';

const has = installed('caddy');
const FILES = 24;
const seed = Number(process.env['WHY403_SEED'] ?? Math.trunc(Math.random() * 2 ** 32));
let state = seed;
/** mulberry32 */
function draw(most: number): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) % most;
}
const pick = <T>(list: readonly T[]): T => list[draw(list.length)]!;

const PATHS = ['/private/a.txt', '/private/', '/PRIVATE/x', '/x3/y', '/', '/open'] as const;
const HOSTS = ['x.test', 'h3.test', 'nobody.test'] as const;
const pattern = (): string =>
  pick(['/private/*', '/private*', '/Private/a.txt', '/x3/*', '/x*y', `/p${draw(300)}/*`, `/p${draw(300)}*`]);
const host = (): string => pick(['x.test', 'X.test', '*.test', `h${draw(300)}.test`, `h${draw(300)}.test`]);
const status = (): number => pick([403, 404, 401]);

/** One site's lines. */
function rules(n: number, site: number): string {
  // Of a mixture little can be left out, for Caddy sorts it by single paths.
  const sorts = pick([
    ['path', 'import', 'handle'],
    ['host', 'lists'],
    ['path', 'host', 'lists', 'handle', 'import', 'block', 'header', 'strip', 'redir', 'error'],
  ]);
  const rule = (i: number): string => {
    const name = `@m${site}x${i}`;
    const all: Readonly<Record<string, () => string>> = {
      path: () => `respond ${pattern()} ${status()}`,
      lists: () => `${name} path ${pattern()} ${pick(['*.txt', '/y', pattern()])}\nrespond ${name} ${status()}`,
      host: () => `${name} host ${host()} ${host()}\nhandle ${name} {\nrespond ${status()}\n}`,
      block: () => `${name} {\npath ${pattern()}\nmethod GET\n}\nrespond ${name} ${status()}`,
      header: () => `${name} not path ${pattern()}\nheader ${name} X-A b`,
      handle: () => `handle ${pattern()} {\nhandle ${pattern()} {\nrespond ${status()}\n}\nrespond ${status()}\n}`,
      strip: () => `handle_path /private/* {\nrespond /a.txt ${status()}\n}`,
      import: () => `import gate ${draw(3) ? `p${draw(300)}` : pick(['private', 'open', 'x3'])}`,
      redir: () => `redir ${pattern()} /elsewhere 302`,
      error: () => `error ${pattern()} "no" ${status()}`,
    };
    return all[pick(sorts)]!();
  };
  const lines = Array.from({ length: n }, (_, i) => rule(i));
  if (draw(4) === 0)
    lines.push(pick(['rewrite /p1/* /private/a.txt', 'uri strip_prefix /private', 'try_files {path} /x']));
  return lines.join('\n');
}

function caddyfile(): string {
  const sites = Array.from({ length: 60 }, (_, i) => `http://h${i}.test:8080 {\nrespond ${status()}\n}`);
  return [
    '(gate) {\nrespond /{args[0]}/* 403\n}',
    ...(draw(2) ? sites : []),
    `http://x.test:8080 {\n${rules(400, 0)}\n}`,
    ...(draw(2) ? [`http://:8080 {\n${rules(300, 1)}\n}`] : []),
  ].join('\n');
}

describe.skipIf(!has)('a long Caddyfile without what does not concern a request', () => {
  test(`answers as the whole one, seed ${seed}`, { timeout: 240_000 }, () => {
    let cut = 0;
    let asked = 0;
    for (let i = 0; i < FILES; i++) {
      const text = caddyfile();
      const whole = adaptConfig('Caddyfile', () => text, {});
      expect(whole.unseen).toEqual([]);
      for (const name of HOSTS) {
        for (const path of PATHS) {
          const view = viewExchange(refusedRequest({ host: name, path }));
          const part = onlyConcerning(text, { host: view.host, paths: [path] });
          if (part === text) continue;
          if (part.length < text.length / 2) cut++;
          asked++;
          const read = adaptConfig('Caddyfile', () => part, {});
          expect(read.unseen).toEqual([]);
          const place = { file: 'Caddyfile', line: 1, text: '' };
          const [left, right] = [whole, read].map(({ json }) => {
            const { refused, status: answer, stage } = judgeCaddy(json, view, quietTrial(), place);
            return { refused, answer, stage };
          });
          expect({ name, path, ...right }, part).toEqual({ name, path, ...left });
        }
      }
    }
    console.log(`${asked} requests to ${FILES} Caddyfiles, ${cut} of them cut by half or more`);
    expect(cut).toBeGreaterThan(asked / 4);
  });
});
