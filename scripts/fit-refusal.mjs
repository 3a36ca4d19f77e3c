#!/usr/bin/env node
// Fits the weights of the words that tell a refusal from any other answer (packages/core/src/read/refusal/weights.ts): logistic
// regression over the wordings, the documented codes, the ordinary exchanges and the fixtures of packages/core, read by the code
// that runs in the product. The same data gives the same file.
//   npm run fit:refusal -- [--check] [--left-out]
// --check fails where the file is not the one that comes out; --left-out says how good the weights are on what they were not fitted on.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const CORE = path.resolve(import.meta.dirname, '../packages/core');
const OUT = path.join(CORE, 'src/read/refusal/weights.ts');
const STEP = 0.0625;
const PENALTY = 1;
const ROUNDS = 300;
const FOLDS = 5;
const ADDRESS = 'https://service.example.test/things/1';

const core = await load();
const rows = [...wordings(), ...catalogues(), ...traffic(), ...fixtures()].filter(Boolean);

if (process.argv.includes('--left-out')) leftOut();
else {
  const text = fileOf(fitted(rows));
  const same = fs.existsSync(OUT) && fs.readFileSync(OUT, 'utf8') === text;
  if (!process.argv.includes('--check')) fs.writeFileSync(OUT, text);
  else if (!same) {
    console.error('packages/core/src/read/refusal/weights.ts is stale: run npm run fit:refusal');
    process.exitCode = 1;
  }
}

async function load() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'why403-fit-'));
  try {
    const outfile = path.join(folder, 'core.mjs');
    const contents = [
      "export { featuresOf, hashOf } from './read/refusal/words.ts';",
      "export { ownWords } from './read/refusal/own-words.ts';",
      "export { catalogue } from './catalogue.ts';",
      "export { gather } from './engine/gather.ts';",
      "export { fixturesIn } from '../test/fixture.ts';",
    ].join('\n');
    await build({
      stdin: { contents, resolveDir: path.join(CORE, 'src'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      conditions: ['source', 'import'],
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** A row: the features of an answer, how far it is a refusal, how much it counts, and what it is left out with. */
function row(exchange, refused, weight, group) {
  const evidence = core.gather(exchange, core.catalogue.readers);
  const { place, said } = core.ownWords(exchange, evidence.all('message'));
  if (place === 'none' || place === 'moved' || place === 'notice') return undefined;
  const { status } = exchange.response;
  const words = said.map(({ fact }) => fact);
  return { features: core.featuresOf(place, status, words), refused, weight, group, status, place, words };
}

function lines(folder) {
  const from = path.join(CORE, 'data', folder);
  return fs
    .readdirSync(from)
    .sort()
    .flatMap((file) =>
      fs
        .readFileSync(path.join(from, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((l) => JSON.parse(l)),
    );
}

/** A wording at its own number, and as what it would be in a success: an envelope, or a page where it is short. */
function wordings() {
  return lines('wordings').flatMap(({ text, status, method, causes, frame }) => {
    const refused = 1 - (causes['not-403'] ?? 0);
    const parts = text.split(' | ');
    const envelope = { success: false, ...(parts.length > 1 && { code: parts.shift() }), message: parts.join('\n') };
    const at = (number, body, weight) =>
      row(exchangeOf({ method, url: ADDRESS, status: number, body }), refused, weight, frame);
    const object = /^\s*[{[<]/.test(text);
    const body = text && (object ? text : JSON.stringify(envelope));
    return [
      at(status < 300 ? 200 : status, body, refused < 0.5 && status === 403 ? 2 : 1),
      ...(status >= 400 && text && !object ? [at(200, body, refused < 0.5 ? 1 : 0.6)] : []),
      ...(status >= 400 && text && !object && text.length < 60
        ? [
            at(
              200,
              `<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
              refused < 0.5 ? 0.5 : 0.1,
            ),
          ]
        : []),
    ];
  });
}

function catalogues() {
  return lines('catalogues').map(({ code, words, causes, product }) => {
    const body = JSON.stringify({ success: false, code, message: words });
    const exchange = exchangeOf({ method: 'GET', url: ADDRESS, status: 200, body });
    return row(exchange, 1 - (causes['not-403'] ?? 0), 0.5, `catalogue ${product}`);
  });
}

function traffic() {
  // nearly all successes are what they say: their pages and envelopes count more
  return lines('traffic').map((t) => row(exchangeOf(t), 0, t.status < 400 ? 30 : 8, `traffic ${t.kind}`));
}

function fixtures() {
  return ['causes', 'vendors'].flatMap((folder) =>
    core
      .fixturesIn(path.join(CORE, 'fixtures', folder))
      .map(({ file, cause, exchange }) =>
        row(exchange, cause === 'not-403' ? 0 : 1, folder === 'causes' ? 3 : 1, `fixture ${file}`),
      ),
  );
}

function exchangeOf({ method, url, status, body, requestHeaders = [], requestBody, responseHeaders = [] }) {
  return {
    request: { method, url, headers: requestHeaders, ...(requestBody && { body: { text: requestBody } }) },
    response: { status, headers: responseHeaders, ...(body && { body: { text: body } }) },
    gaps: [],
  };
}

/** Weights in bits of every feature that occurs twice, by gradient descent with momentum (Nesterov) on the mean loss. */
function fitted(data) {
  const seen = new Map();
  for (const { features } of data) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const names = [...seen].filter(([, times]) => times > 1).map(([f]) => f);
  const place = new Map(names.map((f, i) => [f, i]));
  const own = data.map((r) => ({ ...r, at: r.features.flatMap((f) => (place.has(f) ? [place.get(f)] : [])) }));
  const count = new Float64Array(names.length);
  for (const { at, weight } of own) for (const i of at) count[i] += weight;
  let w = new Float64Array(names.length);
  let ahead = w;
  let t = 1;
  for (let round = 0; round < ROUNDS; round++) {
    const g = new Float64Array(names.length);
    for (const { at, refused, weight } of own) {
      let z = 0;
      for (const i of at) z += ahead[i];
      const error = weight * (1 / (1 + Math.exp(-z)) - refused);
      for (const i of at) g[i] += error;
    }
    const next = new Float64Array(names.length);
    // a step for each feature by how often it occurs: rare ones would hardly move else
    for (let i = 0; i < next.length; i++)
      next[i] = ahead[i] - (g[i] + PENALTY * ahead[i]) / (count[i] * 0.25 * 30 + PENALTY);
    const tt = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    ahead = next.map((v, i) => v + ((t - 1) / tt) * (v - w[i]));
    [w, t] = [next, tt];
  }
  return new Map(names.map((f, i) => [f, w[i] / Math.LN2]));
}

function fileOf(weights) {
  const kept = [...weights]
    .map(([f, bits]) => [core.hashOf(f), Math.max(-127, Math.min(127, Math.round(bits / STEP)))])
    .filter(([, steps]) => Math.abs(steps) > 4)
    .sort((a, b) => a[0] - b[0]);
  const bytes = Buffer.alloc(kept.length * 4);
  kept.forEach(([hash, steps], i) => {
    bytes.writeUIntBE(hash, i * 4, 3);
    bytes.writeInt8(steps, i * 4 + 3);
  });
  const packed = bytes.toString('base64');
  return `// Written by \`npm run fit:refusal\`. Do not edit.\n\n/** ${kept.length} features: the hash of each in three bytes, and one of its weight in steps of so many bits. */\nexport const weights = {\n  step: ${STEP},\n  packed:\n    '${packed}',\n};\n`;
}

function leftOut() {
  const kinds = new Map();
  const shown = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fitted(rows.filter(({ group }) => core.hashOf(group) % FOLDS !== fold));
    for (const r of rows.filter(({ group }) => core.hashOf(group) % FOLDS === fold)) {
      if (r.refused > 0.3 && r.refused < 0.7) continue;
      const set = r.group.startsWith('traffic')
        ? 'traffic'
        : r.group.startsWith('fixture')
          ? 'fixtures'
          : r.group.startsWith('catalogue')
            ? 'catalogues'
            : 'wordings';
      const key = `${set} ${r.place} ${r.refused >= 0.5 ? 'refused' : 'not'}`;
      const bits = r.features.reduce((sum, f) => sum + (weights.get(f) ?? 0), 0);
      const k = kinds.get(key) ?? { n: 0, wrong: 0 };
      k.n++;
      if (bits > 0 !== r.refused >= 0.5) {
        k.wrong++;
        shown.push(
          `${key} ${bits.toFixed(1)} ${r.group} ${r.status} ${r.words
            .map(({ text }) => text)
            .join(' / ')
            .slice(0, 140)}`,
        );
      }
      kinds.set(key, k);
    }
  }
  if (process.argv.includes('--show')) console.log(shown.join('\n'));
  for (const [key, { n, wrong }] of [...kinds].sort()) console.log(key.padEnd(34), `${wrong} of ${n} wrong`);
}
