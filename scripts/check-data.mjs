#!/usr/bin/env node
// Holds the data of packages/core/data to its format: fields, ids of causes, weights that sum to 1, nothing twice, and no two
// wordings nearly alike in different frames (folds leave whole frames out: a neighbour in another one would leak what it tests).
//   node scripts/check-data.mjs [--against FILE.jsonl…]     also names the texts that stand nearly alike in these files
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/ready.mjs';

const data = path.join(root, 'packages/core/data');
const SENT = ['nothing', 'key', 'bearer', 'basic', 'cookie', 'unknown'];
const SITUATION_SENT = [...SENT, 'signed'];
/** Jaccard similarity of the texts' shingles from which two texts count as nearly alike. */
const NEAR = 0.8;
const CAUSES = new Set(
  [
    ...fs
      .readFileSync(path.join(root, 'packages/core/src/model/cause-id.ts'), 'utf8')
      .matchAll(/'([a-z0-9]+(?:-[a-z0-9]+)+)'/g),
  ].map(([, id]) => id),
);

const problems = [];
const wordings = rows('wordings', wording);
const catalogues = rows('catalogues', catalogue);
const situations = rows('situations', situation);
const traffic = [...rows('traffic', exchange), ...rows('disguised', exchange)];
unique(wordings, (r) => JSON.stringify([r.text, r.sent, r.method, r.status]));
unique(catalogues, (r) => JSON.stringify([r.product, r.code, r.words]));
unique(traffic, (r) => r.kind);
unique(traffic, (r) => JSON.stringify([r.method, r.url, r.status]));
for (const [a, b] of nearPairs(wordings.filter(({ row }) => row.text)))
  if (a.row.frame !== b.row.frame) problems.push(`${a.at}: nearly the same text as ${b.at}, in another frame`);

const against = process.argv.indexOf('--against');
if (against > 0) {
  const others = process.argv.slice(against + 1).flatMap((file) => read(file, () => {}));
  for (const [a, b] of nearPairs([...wordings, ...others].filter(({ row }) => row.text)))
    if (wordings.includes(a) !== wordings.includes(b)) problems.push(`${a.at}: nearly the same text as ${b.at}`);
}
for (const problem of problems) console.error(problem);
console.log(
  `${wordings.length} wordings, ${catalogues.length} codes, ${situations.length} situations, ${traffic.length} exchanges, ${problems.length} problems`,
);
process.exit(problems.length ? 1 : 0);

function rows(folder, check) {
  const dir = path.join(data, folder);
  const files = fs.existsSync(dir) ? fs.readdirSync(dir).filter((file) => file.endsWith('.jsonl')) : [];
  return files.sort().flatMap((file) => read(path.join(dir, file), check));
}

function read(file, check) {
  return fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, i) => {
      if (!line) return [];
      const at = `${path.relative(root, file)}:${i + 1}`;
      try {
        const row = JSON.parse(line);
        const wrong = check(row);
        if (wrong) problems.push(`${at}: ${wrong}`);
        return [{ at, row }];
      } catch (error) {
        problems.push(`${at}: ${error.message}`);
        return [];
      }
    });
}

function wording(row) {
  if (typeof row.text !== 'string' || row.text.length > 4000)
    return '"text" must be a string of at most 4,000 characters';
  if (!SENT.includes(row.sent)) return `"sent" must be one of ${SENT.join(', ')}`;
  if (!/^[A-Z]+$/.test(row.method)) return '"method" must be a method in capitals';
  if (!status(row.status)) return '"status" must be a number from 100 to 599';
  if (typeof row.frame !== 'string' || !row.frame) return '"frame" is missing';
  return shares(row.causes) ?? surplus(row, ['text', 'sent', 'method', 'status', 'causes', 'frame']);
}

function catalogue(row) {
  for (const name of ['code', 'words', 'product'])
    if (typeof row[name] !== 'string' || !row[name]) return `"${name}" must be a string with something in it`;
  if (!/^https:\/\/[^\s]+$/.test(row.source)) return '"source" must be an address of https';
  return shares(row.causes) ?? surplus(row, ['code', 'words', 'causes', 'product', 'source']);
}

function situation(row) {
  if (!URL.canParse(row.url)) return '"url" is no URL';
  if (!SITUATION_SENT.includes(row.sent)) return `"sent" must be one of ${SITUATION_SENT.join(', ')}`;
  if (!/^[A-Z]+$/.test(row.method)) return '"method" must be a method in capitals';
  if (!status(row.status)) return '"status" must be a number from 100 to 599';
  if (typeof row.frame !== 'string' || !row.frame) return '"frame" is missing';
  if (row.source !== undefined && !/^https:\/\/[^\s]+$/.test(row.source)) return '"source" must be an address of https';
  for (const headers of [row.requestHeaders ?? [], row.responseHeaders ?? []])
    if (!headerList(headers)) return 'headers must be a list of [name, value]';
  const known = [
    ...['url', 'method', 'sent', 'status', 'server', 'body', 'location', 'form', 'causes', 'frame'],
    ...['source', 'authorization', 'date', 'requestHeaders', 'responseHeaders'],
  ];
  return shares(row.causes) ?? surplus(row, known);
}

function exchange(row) {
  if (typeof row.kind !== 'string' || !row.kind) return '"kind" is missing';
  if (!/^[A-Z]+$/.test(row.method)) return '"method" must be a method in capitals';
  if (!URL.canParse(row.url)) return '"url" is no URL';
  if (!status(row.status)) return '"status" must be a number from 100 to 599';
  for (const headers of [row.requestHeaders ?? [], row.responseHeaders])
    if (!headerList(headers)) return 'headers must be a list of [name, value]';
  if (typeof row.body !== 'string') return '"body" must be a string';
  return surplus(row, ['kind', 'method', 'url', 'requestHeaders', 'requestBody', 'status', 'responseHeaders', 'body']);
}

function headerList(headers) {
  const pair = (h) => Array.isArray(h) && h.length === 2 && h.every((x) => typeof x === 'string');
  return Array.isArray(headers) && headers.every(pair);
}

function status(n) {
  return Number.isInteger(n) && n >= 100 && n <= 599;
}

function shares(causes) {
  const entries = Object.entries(causes ?? {});
  const unknown = entries.find(([id]) => !CAUSES.has(id));
  if (unknown) return `"${unknown[0]}" is no cause`;
  if (!entries.every(([, share]) => share > 0 && share <= 1)) return 'each share must lie between 0 and 1';
  const sum = entries.reduce((s, [, share]) => s + share, 0);
  return Math.abs(sum - 1) > 0.001 ? `the shares sum to ${sum}` : undefined;
}

function surplus(row, known) {
  const name = Object.keys(row).find((key) => !known.includes(key));
  return name && `"${name}" is not a field of this file`;
}

function unique(list, key) {
  const seen = new Map();
  for (const { at, row } of list) {
    const k = key(row);
    if (seen.has(k)) problems.push(`${at}: the same as ${seen.get(k)}`);
    else seen.set(k, at);
  }
}

/**
 * Pairs of rows whose texts are nearly alike. Two sets of shingles with a similarity of NEAR share at least one of each set's
 * rarest, so only those are looked up (prefix filtering): all pairs would take minutes.
 */
function nearPairs(list) {
  const sets = list.map(({ row }) => shingles(row.text));
  const counts = new Map();
  for (const set of sets) for (const s of set) counts.set(s, (counts.get(s) ?? 0) + 1);
  const index = new Map();
  const pairs = [];
  sets.forEach((set, i) => {
    const rarest = [...set].sort((a, b) => counts.get(a) - counts.get(b) || (a < b ? -1 : 1));
    const candidates = new Set();
    for (const s of rarest.slice(0, set.size - Math.ceil(NEAR * set.size) + 1)) {
      const known = index.get(s) ?? [];
      for (const j of known) candidates.add(j);
      index.set(s, [...known, i]);
    }
    for (const j of candidates) if (similarity(set, sets[j]) >= NEAR) pairs.push([list[i], list[j]]);
  });
  return pairs;
}

/** Runs of four characters of the words; a text too short for two of them is its own shingle. */
function shingles(text) {
  const plain = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  const all = new Set();
  for (let i = 0; i + 4 <= plain.length; i++) all.add(plain.slice(i, i + 4));
  return all.size > 1 ? all : new Set([plain]);
}

function similarity(a, b) {
  let shared = 0;
  for (const s of a) if (b.has(s)) shared++;
  return shared / (a.size + b.size - shared);
}
