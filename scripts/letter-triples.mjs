// Which three letters stand side by side in words of languages, as one bit each: `node scripts/letter-triples.mjs ENGLISH OTHER…`
// writes packages/core/src/redact/letter-triples.ts from spelling dictionaries (one word a line, UTF-8; Debian's packages
// wamerican, wngerman, wfrench, wspanish, witalian, wportuguese, wpolish, wdutch, wswedish were taken). `^` and `$` are the ends.
import fs from 'node:fs';
import path from 'node:path';

/** Share of a dictionary's words from which a triple counts: English more readily, most answers are in it. */
const [ENGLISH, OTHER] = [3e-5, 5e-4];
const files = process.argv.slice(2);
if (files.length === 0) throw new Error('usage: node scripts/letter-triples.mjs ENGLISH OTHER…');

const bits = new Uint8Array(Math.ceil(27 ** 3 / 8));
for (const [i, file] of files.entries()) {
  const counts = new Map();
  let words = 0;
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    const word = plain(line.trim());
    if (!/^[a-z]{2,}$/.test(word)) continue;
    words++;
    const codes = [0, ...[...word].map((ch) => ch.charCodeAt(0) - 96), 0];
    for (let at = 0; at + 3 <= codes.length; at++) {
      const triple = (codes[at] * 27 + codes[at + 1]) * 27 + codes[at + 2];
      counts.set(triple, (counts.get(triple) ?? 0) + 1);
    }
  }
  for (const [triple, n] of counts)
    if (n / words >= (i === 0 ? ENGLISH : OTHER)) bits[triple >> 3] |= 1 << (triple & 7);
}

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

const lines = Buffer.from(bits)
  .toString('base64')
  .match(/.{1,112}/g);
fs.writeFileSync(
  path.resolve(import.meta.dirname, '../packages/core/src/redact/letter-triples.ts'),
  `// Written by scripts/letter-triples.mjs from spelling dictionaries of nine languages.

/** A bit for each triple of letters that is usual in words, in base64. */
export const LETTER_TRIPLES =
  '${lines.join("' +\n  '")}';
`,
);
