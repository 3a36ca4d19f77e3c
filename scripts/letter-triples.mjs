// How usual it is that three letters stand side by side in words of languages, as two bits each: `node
// scripts/letter-triples.mjs ENGLISH OTHER…` writes packages/core/src/redact/letter-triples.ts from spelling dictionaries (one
// word a line, UTF-8; Debian's packages wamerican, wngerman, wfrench, wspanish, witalian, wportuguese, wpolish, wdutch, wswedish
// were taken). The edges of a word count as a letter.
import fs from 'node:fs';
import path from 'node:path';

/** Words that are taken of one dictionary at most, evenly: a language that writes all its endings out is no louder. */
const MOST = 200_000;
/** What two letters need to have been seen before of them anything is known. */
const LEAST_PAIRS = 20;
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('usage: node scripts/letter-triples.mjs DICTIONARY…');

/** The best odds of the third letter behind the other two in any of the languages. */
const odds = new Float64Array(27 ** 3);
for (const file of files) {
  const words = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => plain(line.trim()))
    .filter((word) => /^[a-z]{2,}$/.test(word));
  const step = Math.max(1, Math.floor(words.length / MOST));
  const triples = new Float64Array(27 ** 3);
  const pairs = new Float64Array(27 ** 2);
  for (let i = 0; i < words.length; i += step) {
    const codes = [0, ...[...words[i]].map((ch) => ch.charCodeAt(0) - 96), 0];
    for (let at = 0; at + 3 <= codes.length; at++) {
      triples[(codes[at] * 27 + codes[at + 1]) * 27 + codes[at + 2]]++;
      pairs[codes[at] * 27 + codes[at + 1]]++;
    }
  }
  for (let t = 0; t < triples.length; t++) {
    const before = pairs[Math.floor(t / 27)];
    odds[t] = Math.max(odds[t], before < LEAST_PAIRS ? 0 : (triples[t] + 0.3) / (before + 0.3 * 27));
  }
}

/** How many bits more or less likely than by chance, in the four steps that LETTER_BITS names. */
const [LEAST, STEP] = [-6, 10 / 3];
const packed = new Uint8Array(Math.ceil(27 ** 3 / 4));
odds.forEach((p, t) => {
  const bits = Math.log2(Math.max(1e-9, p) * 27);
  packed[t >> 2] |= Math.max(0, Math.min(3, Math.round((bits - LEAST) / STEP))) << ((t & 3) * 2);
});

function plain(word) {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/œ/g, 'oe');
}

const lines = Buffer.from(packed)
  .toString('base64')
  .match(/.{1,112}/g);
fs.writeFileSync(
  path.resolve(import.meta.dirname, '../packages/core/src/redact/letter-triples.ts'),
  `// Written by scripts/letter-triples.mjs from spelling dictionaries of nine languages.

/** Bits by which the four steps of a triple make letters likelier to be a word than drawn by chance. */
export const LETTER_BITS: readonly number[] = [${[0, 1, 2, 3].map((code) => (LEAST + code * STEP).toFixed(1)).join(', ')}];

/** The step of each triple of letters, two bits each, in base64. */
export const LETTER_TRIPLES =
  '${lines.join("' +\n  '")}';
`,
);
