#!/usr/bin/env node
// Fits the weights that tell a refusal from any other answer (packages/core/src/read/refusal/weights.ts): logistic regression over the
// wordings, the documented codes, the ordinary exchanges, the refusals in disguise and the fixtures of packages/core, read by the code
// that runs in the product. Writes also how good the weights are on what they were not fitted on (data/left-out-refusal.json). The same
// data gives the same files.
//   npm run fit:refusal -- [--check] [--quick] [--show]
// --check fails where the files are not those that come out; --quick leaves the folds out; --show names what was judged wrongly.
import fs from 'node:fs';
import path from 'node:path';
import { loadSources, root } from './lib/core.mjs';
import { rowsOf } from './lib/refusal-rows.mjs';
import { fitSoftmax } from './lib/softmax.mjs';

const WEIGHTS = path.join(root, 'packages/core/src/read/refusal/weights.ts');
const LEFT_OUT = path.join(root, 'packages/core/data/left-out-refusal.json');
const STEP = 0.0625;
const FOLDS = 5;
/** Exchanges of different groups that a feature must occur in: words more often than concepts. */
const OFTEN = { w: 4, p: 3 };
const args = process.argv.slice(2);
const check = args.includes('--check');

const core = await loadSources({
  './read/refusal/features.ts': ['featuresOf'],
  './read/refusal/chance.ts': ['placeOf'],
  './read/refusal/own-words.ts': ['ownWords'],
  './model/hash.ts': ['hashOf'],
  './engine/refusal.ts': ['chanceRefused'],
  './engine/gather.ts': ['gather'],
  './catalogue.ts': ['catalogue'],
  '../test/fixture.ts': ['fixturesIn'],
});
const rows = rowsOf(core);
write(WEIGHTS, fileOf(fitted(rows)));
if (!args.includes('--quick')) write(LEFT_OUT, `${JSON.stringify(leftOut(), null, 2)}\n`);
if (check) console.log(process.exitCode ? '0 passed, 1 failed' : '1 passed, 0 failed');

function write(file, text) {
  const same = fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text;
  if (check && !same) {
    console.error(`${path.relative(root, file)} is stale: run npm run fit:refusal`);
    process.exitCode = 1;
  }
  if (!check) fs.writeFileSync(file, text);
}

/** Bits of every feature that occurs often enough. */
function fitted(data) {
  const groups = new Map();
  for (const { features, group } of data)
    for (const f of features) {
      const known = groups.get(f);
      if (!known) groups.set(f, new Set([group]));
      else if (known.size < 4) known.add(group);
    }
  const often = (f) => (f[1] === ':' ? (OFTEN[f[0]] ?? 2) : 1);
  const names = [...groups].filter(([f, { size }]) => size >= often(f)).map(([f]) => f);
  const ids = new Map(names.map((f, i) => [f, i]));
  const encoded = data.map(({ features, refused, weight }) => ({
    features: Int32Array.from(
      features.filter((f) => ids.has(f)),
      (f) => ids.get(f),
    ),
    label: Float64Array.from([1 - refused, refused]),
    weight,
  }));
  // what a word says by itself is drawn to nothing more than what a concept says
  const penalty = Float64Array.from(names, (f) => (f.startsWith('w:') || f.startsWith('p:') ? 4 : 1));
  const w = fitSoftmax(encoded, names.length, 2, penalty, { steps: 120 });
  return new Map(names.map((f, i) => [f, (w[2 * i + 1] - w[2 * i]) / Math.LN2]));
}

function fileOf(weights) {
  const kept = [...weights]
    .map(([f, bits]) => [core.placeOf(f), Math.max(-127, Math.min(127, Math.round(bits / STEP))), f])
    // that a word is known counts too, whatever it says
    .filter(([, steps, f]) => Math.abs(steps) > 1 || f.startsWith('w:'))
    .sort((a, b) => a[0] - b[0]);
  const bytes = Buffer.alloc(kept.length * 4);
  kept.forEach(([hash, steps], i) => {
    bytes.writeUIntBE(hash, i * 4, 3);
    bytes.writeInt8(steps, i * 4 + 3);
  });
  return `// Written by \`npm run fit:refusal\`. Do not edit.\n\n/** ${kept.length} features: the hash of each in three bytes, and one of its weight in steps of so many bits. */\nexport const weights = {\n  step: ${STEP},\n  packed:\n    '${bytes.toString('base64')}',\n};\n`;
}

/** What comes out where each kind is judged by weights that were fitted without it, and without any product's documented words. */
function leftOut() {
  const counts = {};
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = ({ group }) => core.hashOf(group) % FOLDS === fold;
    const weights = fitted(rows.filter((row) => !left(row)));
    for (const { exchange, evidence, refused, set, group } of rows.filter(left)) {
      if (refused > 0.3 && refused < 0.7) continue;
      const chance = core.chanceRefused(exchange, evidence, [], (f) => weights.get(f));
      const wrong = chance >= 0.5 !== refused >= 0.5;
      const key = `${set}, ${refused >= 0.5 ? 'refused' : 'not refused'}`;
      counts[key] ??= { cases: 0, wrong: 0 };
      counts[key].cases++;
      if (!wrong) continue;
      counts[key].wrong++;
      if (args.includes('--show'))
        console.log(
          `${key}: ${chance.toFixed(2)} ${group} ${exchange.response.status} ${(exchange.response.body?.text ?? '').replace(/\s+/g, ' ').slice(0, 160)}`,
        );
    }
  }
  const sorted = Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    sorted.map(([key, { cases, wrong }]) => [key, { cases, wrong, share: Number((wrong / cases).toFixed(4)) }]),
  );
}
