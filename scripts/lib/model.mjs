// The model: features that occur often enough, their weights, and how these are written down.
import { fitSoftmax } from './softmax.mjs';

/** Texts that a word, or a pair, must occur in; concepts and circumstances count from the first. */
const OFTEN = { w: 3, p: 3 };
/** Share of every label that goes to its neighbours: nobody is sure. */
const DOUBT = 0.02;
/** Share of that which goes to all causes alike. */
const ANY = 0.3;
/** Weights (natural logarithms) below which a feature is left out of the file. */
const LEAST = 0.12;
const STEPS = 60;
const LOG2E = Math.LOG2E;

export function fitModel(rows, core, { log = () => {} } = {}) {
  const classes = core.CAUSE_IDS.length;
  const ids = vocabulary(rows, core);
  const beside = neighbours(rows, core);
  const data = rows.map((row) => ({
    ...encode(row.features, ids, core),
    label: labelOf(row, core, beside),
    weight: row.weight,
  }));
  log(`${rows.length} rows, ${ids.size} features`);
  const centre = argued(ids, core);
  const weights = fitSoftmax(data, ids.size, classes, new Float64Array(ids.size).fill(1), { steps: STEPS, centre });
  return { ids, weights };
}

/** What a cause's own judge claims starts from its strength word; examples move it from there. */
function argued(ids, { CAUSE_IDS }) {
  const centre = new Float64Array(ids.size * CAUSE_IDS.length);
  for (const [feature, id] of ids) {
    const [, cause, weight] = /^claim:(.+)\/(\w+)$/.exec(feature) ?? [];
    if (weight) centre[id * CAUSE_IDS.length + CAUSE_IDS.indexOf(cause)] = STRENGTH[weight] * Math.LN2;
  }
  return centre;
}

/** Bits of strength words, before any example. */
const STRENGTH = { proves: 10, suggests: 5, hints: 1.5, doubts: -1.5, excludes: -7 };

function vocabulary(rows, core) {
  const texts = new Map();
  for (const { features, id } of rows)
    for (const feature of features) {
      const known = texts.get(feature);
      // a wording counts once, however its request was shown
      if (!known) texts.set(feature, { n: 1, last: id });
      else if (known.last !== id) {
        known.n++;
        known.last = id;
      }
    }
  const ids = new Map();
  for (const cause of core.CAUSE_IDS)
    for (const weight of Object.keys(STRENGTH)) ids.set(`claim:${cause}/${weight}`, ids.size);
  for (const [feature, { n }] of texts)
    if (!ids.has(feature) && n >= (OFTEN[core.kindOf(feature)] ?? 1)) ids.set(feature, ids.size);
  return ids;
}

function encode(features, ids, core) {
  const known = features.filter((feature) => ids.has(feature));
  const level = core.levels(known, () => true);
  return {
    features: Int32Array.from(known, (feature) => ids.get(feature)),
    values: Float64Array.from(known, (feature) => level[core.kindOf(feature)] ?? 1),
  };
}

function labelOf({ label }, { CAUSE_IDS }, beside) {
  const shares = new Float64Array(CAUSE_IDS.length);
  for (const [cause, share] of Object.entries(label)) {
    const k = CAUSE_IDS.indexOf(cause);
    shares[k] += share * (1 - DOUBT);
    beside[k].forEach((near, j) => {
      shares[j] += share * DOUBT * near;
    });
  }
  return shares;
}

/** What else a refusal can be that is labelled with one cause: the causes that share labels with it wherever a label leaves it open. */
function neighbours(rows, { CAUSE_IDS }) {
  const classes = CAUSE_IDS.length;
  const beside = CAUSE_IDS.map(() => new Float64Array(classes).fill(ANY / classes));
  const sums = CAUSE_IDS.map(() => new Float64Array(classes));
  for (const { label, weight } of rows) {
    const shares = Object.entries(label).map(([cause, share]) => [CAUSE_IDS.indexOf(cause), share]);
    for (const [k, own] of shares) for (const [j, share] of shares) if (j !== k) sums[k][j] += weight * own * share;
  }
  sums.forEach((row, k) => {
    const total = row.reduce((a, b) => a + b, 0);
    row.forEach((sum, j) => {
      beside[k][j] += total ? ((1 - ANY) * sum) / total : (1 - ANY) / classes;
    });
  });
  return beside;
}

/** Probabilities of the causes for features. */
export function predictor({ ids, weights }, core) {
  const classes = core.CAUSE_IDS.length;
  return (all) => {
    const { features, values } = encode(all, ids, core);
    const z = new Float64Array(classes);
    features.forEach((feature, i) => {
      for (let k = 0; k < classes; k++) z[k] += values[i] * weights[feature * classes + k];
    });
    const top = Math.max(...z);
    const exp = z.map((x) => Math.exp(x - top));
    const sum = exp.reduce((a, b) => a + b, 0);
    return exp.map((x) => x / sum);
  };
}

/** The file that the product reads: hashes of the features in order, and their bits in steps of 1/16, both in base64. */
export function encodeModel({ ids, weights }, core) {
  const classes = core.CAUSE_IDS.length;
  const rows = [...ids]
    .map(([feature, id]) => ({ hash: core.hashOf(feature), own: weights.subarray(id * classes, (id + 1) * classes) }))
    .filter(({ own }) => own.some((weight) => Math.abs(weight) >= LEAST))
    .sort((a, b) => a.hash - b.hash);
  const steps = 1 / 16;
  const table = Int8Array.from(rows.flatMap(({ own }) => [...own].map((w) => clamp(Math.round((w * LOG2E) / steps)))));
  const base64 = (bytes) => Buffer.from(bytes.buffer).toString('base64');
  return `// Written by \`npm run fit\`. Do not edit.\n\n/** ${rows.length} features: their hashes, rising, and for each the weights of all causes in steps of so many bits. */\nexport const fitted = {\n  bits: ${steps},\n  hashes:\n    '${base64(Uint32Array.from(rows, ({ hash }) => hash))}',\n  weights:\n    '${base64(table)}',\n};\n`;
}

function clamp(n) {
  return Math.max(-127, Math.min(127, n));
}
