import { inRange, inSpan } from '../shared/address.ts';
import { matchRegex } from './regex.ts';
import { joinDeps, joinVia, literal, type Run, unknownValue, type Value } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate, readWords } from './variables.ts';

const merge = (value: Value, deps: ReadonlySet<string>, via: readonly Directive[]): Value => ({
  ...value,
  deps: joinDeps(value.deps, deps),
  via: joinVia(via, value.via),
});

/** Evaluates a `map` block (https://nginx.org/en/docs/http/ngx_http_map_module.html). */
export function evaluateMap(run: Run, block: Directive): Value {
  const source = evaluate(run, block.args.slice(0, -1).join(' '));
  const entries = block.block ?? [];
  if (source.unknown) return unknownValue(source.unknown, source.deps);
  const result = (entry: Directive): Value => {
    const text = entry.args[0] ?? '';
    return merge(evaluate(run, text), source.deps, joinVia([entry], source.via));
  };
  const special = new Set(['default', 'hostnames', 'volatile', 'include']);
  const text = source.text.toLowerCase();
  const key = (entry: Directive): string =>
    (entry.name.startsWith('\\') ? entry.name.slice(1) : entry.name).toLowerCase();
  const plain = entries.filter((entry) => !special.has(entry.name) && !entry.name.startsWith('~'));
  const exact = plain.find((entry) => key(entry) === text);
  if (exact) return result(exact);
  if (entries.some((entry) => entry.name === 'hostnames')) {
    const host = text.replace(/\.$/, '');
    const fits = plain
      .map((entry) => {
        const name = key(entry);
        if (name.startsWith('.') && (host === name.slice(1) || host.endsWith(name)))
          return { entry, length: name.length + 1000 };
        if (name.startsWith('*.') && host.endsWith(name.slice(1)) && host.length >= name.length)
          return { entry, length: name.length + 1000 };
        if (name.endsWith('.*') && host.startsWith(name.slice(0, -1)) && host.length >= name.length)
          return { entry, length: name.length };
        return undefined;
      })
      .filter((fit) => fit !== undefined)
      .sort((a, b) => b.length - a.length);
    if (fits[0]) return result(fits[0].entry);
  }
  for (const entry of entries) {
    if (!entry.name.startsWith('~')) continue;
    const caseless = entry.name.startsWith('~*');
    const match = matchRegex(entry.name.slice(caseless ? 2 : 1), caseless, source.text);
    if ('unknown' in match) return unknownValue(match.unknown, source.deps);
    if (!match.matched) continue;
    run.captures = match.captures;
    run.captureDeps = source.deps;
    for (const [name, value] of Object.entries(match.named))
      run.vars.set(name, { text: value ?? '', deps: source.deps, via: [] });
    const found = result(entry);
    return { ...found, deps: readWords(found.deps) };
  }
  const fallback = entries.find((entry) => entry.name === 'default');
  return fallback ? result(fallback) : { ...literal(''), deps: source.deps, via: [block] };
}

const bitsOf = (range: string): number => Number(range.split('/')[1] ?? (range.includes(':') ? 128 : 32));

/** Evaluates a `geo` block (https://nginx.org/en/docs/http/ngx_http_geo_module.html). */
export function evaluateGeo(run: Run, block: Directive): Value {
  const entries = block.block ?? [];
  const own = block.args.length > 1 ? (block.args[0] as string) : '$remote_addr';
  let source = evaluate(run, own);
  const proxies = entries.filter((entry) => entry.name === 'proxy').map((entry) => entry.args[0] ?? '');
  if (proxies.some((range) => inRange(source.text, range))) {
    const forwarded = run.request.headers.get('x-forwarded-for')?.join(', ').split(',').at(-1)?.trim();
    if (forwarded) source = { ...source, text: forwarded, deps: new Set([...source.deps, 'http_x_forwarded_for']) };
  }
  if (source.unknown) return unknownValue(source.unknown, source.deps);
  const result = (entry: Directive): Value => ({
    ...literal(entry.args[0] ?? ''),
    deps: source.deps,
    via: joinVia([entry], source.via),
  });
  const words = new Set(['default', 'include', 'proxy', 'proxy_recursive', 'delete', 'ranges']);
  const deleted = new Set(entries.filter((entry) => entry.name === 'delete').map((entry) => entry.args[0]));
  let best: Directive | undefined;
  const ranges = entries.some((entry) => entry.name === 'ranges');
  for (const entry of entries) {
    if (words.has(entry.name) || deleted.has(entry.name)) continue;
    if (ranges) {
      const [from = '', to = from] = entry.name.split('-');
      if (inSpan(source.text, from, to)) best = entry;
    } else if (inRange(source.text, entry.name) && (!best || bitsOf(entry.name) >= bitsOf(best.name))) best = entry;
  }
  const fallback = entries.find((entry) => entry.name === 'default');
  if (best) return result(best);
  return fallback ? result(fallback) : { ...literal(''), deps: source.deps, via: [block] };
}
