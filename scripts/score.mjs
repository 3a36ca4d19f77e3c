#!/usr/bin/env node
// Judges a corpus of refusals with a known cause (one JSON case a line) in one process, and says how often the cause was right.
//   npm run score -- [--without-vendors] [--show] [--only CAUSE] FILE.jsonl…
// --without-vendors judges each case without the files of the products that show themselves or whose words match: what is left
// is the general evidence, which has to carry every product that nobody listed. Without a file it tells how the fitted weights do on
// what was left out when they were fitted (packages/core/data/left-out.json, written by `npm run fit`).
import fs from 'node:fs';
import path from 'node:path';
import { loadSources, root } from './lib/core.mjs';

const args = process.argv.slice(2);
const flag = (name) => {
  const i = args.indexOf(name);
  if (i >= 0) args.splice(i, 1);
  return i >= 0;
};
const take = (name) => {
  const i = args.indexOf(name);
  return i >= 0 ? args.splice(i, 2)[1] : undefined;
};
const withoutVendors = flag('--without-vendors');
const show = flag('--show');
const only = take('--only');
if (!args.length) {
  leftOut();
  process.exit();
}

const { catalogue, judge, tell } = await loadSources({ './index.ts': ['catalogue', 'judge', 'tell'] });

const body = (text) => (text == null ? {} : { body: { text: String(text) } });
const t = { identifiable: 0, top1: 0, ok: 0, top3: 0, bare: 0, top5: 0, proven: 0, wrong: 0, brier: 0, scored: 0 };
const bins = Array.from({ length: 10 }, () => [0, 0, 0]);
for (const line of args.flatMap((f) => fs.readFileSync(f, 'utf8').split('\n').filter(Boolean))) {
  const c = JSON.parse(line);
  if (only && c.cause !== only) continue;
  const exchange = {
    request: {
      method: c.request.method,
      url: c.request.url,
      headers: c.request.headers ?? [],
      ...body(c.request.body),
    },
    response: {
      status: c.response.status,
      headers: (c.response.headers ?? []).map(([n, v]) => [n, String(v)]),
      ...body(c.response.body),
    },
    gaps: [],
  };
  let judgement = judge(exchange, catalogue);
  if (withoutVendors) {
    const known = new Set([
      ...judgement.products.map((p) => p.fact.vendor),
      ...judgement.refusals.map((r) => r.split('/')[0]),
    ]);
    judgement = judge(exchange, { ...catalogue, vendors: catalogue.vendors.filter((v) => !known.has(v.id)) });
  }
  const { verdict, causes } = tell(judgement);
  const named = causes.map((x) => x.cause);
  const good = verdict.cause !== null && (verdict.cause === c.cause || c.also.includes(verdict.cause));
  if (verdict.certainty === 'proven') {
    t.proven++;
    if (!good) t.wrong++;
  }
  if (verdict.cause) {
    const y = good ? 1 : 0;
    t.scored++;
    t.brier += (verdict.probability - y) ** 2;
    const bin = bins[Math.min(9, Math.floor(verdict.probability * 10))];
    bin[0]++;
    bin[1] += verdict.probability;
    bin[2] += y;
  }
  let miss = false;
  if (c.identifiable) {
    t.identifiable++;
    if (verdict.cause === c.cause) t.top1++;
    if (good) t.ok++;
    if (named.slice(0, 3).includes(c.cause)) t.top3++;
    miss = verdict.cause !== c.cause;
  } else {
    t.bare++;
    if (named.slice(0, 5).includes(c.cause)) t.top5++;
    else miss = true;
  }
  if (show && (miss || (verdict.certainty === 'proven' && !good)))
    console.log(
      `${good ? 'near' : 'MISS'} ${c.identifiable ? ' ' : 'b'} ${c.id.padEnd(24)} want ${c.cause.padEnd(21)} got ${String(verdict.cause).padEnd(21)} ${verdict.certainty} ${verdict.probability.toFixed(2)} | ${named.slice(0, 4).join(' ')} | ${c.response.status} ${JSON.stringify(c.response.body ?? '').slice(0, 230)} | ${judgement.refusals.join(' ')}`,
    );
}
const share = (a, b) => (b ? `${((100 * a) / b).toFixed(1)} %` : 'n/a');
const ece = bins.reduce((s, [n, p, y]) => s + (n ? Math.abs(p - y) : 0), 0) / (t.scored || 1);
console.log(
  `identifiable ${t.identifiable}: top1 ${share(t.top1, t.identifiable)}  ok ${share(t.ok, t.identifiable)}  top3 ${share(t.top3, t.identifiable)}`,
);
console.log(`bare ${t.bare}: true cause in first five ${share(t.top5, t.bare)}`);
console.log(
  `proven ${t.proven}, wrong ${t.wrong}  Brier ${(t.brier / (t.scored || 1)).toFixed(3)}  calibration error ${ece.toFixed(3)}`,
);
console.log(
  `told → right: ${bins
    .map(([n, p, y]) => (n ? `${(p / n).toFixed(2)}→${(y / n).toFixed(2)} (${n})` : ''))
    .filter(Boolean)
    .join('  ')}`,
);

/** How the weights do on folds that they were not fitted on: products of fixtures, frames of wordings, products of catalogues. */
function leftOut() {
  const { overall, sources, slices, registers } = JSON.parse(
    fs.readFileSync(path.join(root, 'packages/core/data/left-out.json'), 'utf8'),
  );
  const percent = (x) => `${(100 * x).toFixed(1)} %`.padStart(8);
  const tables = {
    'left out, all': { all: overall },
    'left out, by source': sources,
    'left out, by slice': slices,
    'wordings, by file': registers,
  };
  for (const [title, table] of Object.entries(tables)) {
    console.log(`${title.padEnd(30)} cases    right  acceptable  first 3  first 5  calibration error`);
    for (const [name, f] of Object.entries(table))
      console.log(
        `  ${name.padEnd(26)} ${String(f.cases).padStart(7)} ${percent(f.right)}    ${percent(f.acceptable)} ${percent(f.firstThree)} ${percent(f.firstFive)}  ${f.calibrationError.toFixed(3)}`,
      );
  }
  console.log(`\n${'was access refused? left out by kind'.padEnd(44)} cases  wrong`);
  const refusal = JSON.parse(fs.readFileSync(path.join(root, 'packages/core/data/left-out-refusal.json'), 'utf8'));
  for (const [name, { cases, wrong, share }] of Object.entries(refusal))
    console.log(`  ${name.padEnd(42)} ${String(cases).padStart(5)} ${String(wrong).padStart(6)} ${percent(share)}`);
}
