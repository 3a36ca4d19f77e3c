// Whether the words of an answer speak of access: fitted on ordinary answers and on refusals, in place of a list of phrases.
import type { MessageRole } from '../../model/evidence.ts';
import { codeWords } from '../../model/text.ts';
import { inEnglish } from '../../model/tongues.ts';
import type { Place } from './own-words.ts';
import { weights } from './weights.ts';

/** A text of an answer, and how it stands there. */
export interface Said {
  readonly text: string;
  readonly role: MessageRole;
}

/** Words of one answer that are read: refusals speak early. */
const MOST_WORDS = 120;
/** Letters of a word that count: endings change, stems stay. */
const STEM = 6;
const WORD = /[\p{L}\p{M}]+|\d+/gu;
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;

/** Features of an answer's words: stems and pairs of them, characters in pairs where a script sets no spaces. */
export function featuresOf(place: Place, status: number, said: readonly Said[]): readonly string[] {
  const features = new Set<string>([`at ${place}`, `status ${status}`]);
  let words = 0;
  for (const { text, role } of said) {
    if (words >= MOST_WORDS) break;
    let last = '^';
    for (const word of wordsOf(
      role === 'code' ? codeWords(text) : (inEnglish(text.slice(0, 1000)) ?? text.slice(0, 1000).toLowerCase()),
    )) {
      features.add(word).add(`${last} ${word}`).add(`${word} @${place}`);
      last = word;
      if (++words >= MOST_WORDS) break;
    }
    features.add(`${last} $`);
  }
  features.add(words === 0 ? `mute ${place}` : words < 4 ? 'short' : 'long');
  return [...features];
}

function wordsOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const [word] of text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .matchAll(WORD)) {
    if (SPACELESS.test(word)) for (let i = 0; i < Math.max(1, word.length - 1); i++) found.push(word.slice(i, i + 2));
    else found.push(/^\d/.test(word) ? numberOf(word) : word.slice(0, STEM));
  }
  return found;
}

/** HTTP's numbers for errors stay, also where a program adds digits of its own (40101); other numbers are alike. */
function numberOf(digits: string): string {
  return /^(?:[45]\d\d|40[13]\d{1,3})$/.test(digits) ? digits.slice(0, 3) : '#';
}

/** Probability that an answer of this number refuses access, by its words in this place. */
export function chanceOfRefusal(place: Place, status: number, said: readonly Said[]): number {
  if (place === 'notice') return said.some(({ text }) => DENIES.test(inEnglish(text) ?? text)) ? 0.95 : 0.01;
  let bits = 0;
  let words = 0;
  let read = 0;
  let known = 0;
  for (const feature of featuresOf(place, status, said)) {
    const weight = weightOf(feature);
    if (/^(?:at|status|mute) |^(?:short|long)$/.test(feature)) bits += weight ?? 0;
    else words += weight ?? 0;
    if (/^\S+$/.test(feature) && feature !== 'short' && feature !== 'long') {
      read++;
      if (weight !== undefined) known++;
    }
  }
  // a sentence of which hardly a word is known says little
  return 1 / (1 + 2 ** -(bits + (read ? words * (known / read) : 0)));
}

const DENIES = /forbid|denied|unauthori[sz]ed|refused/i;

let table: Map<number, number> | undefined;

function weightOf(feature: string): number | undefined {
  table ??= unpack();
  return table.get(hashOf(feature));
}

/** FNV-1a, folded to 24 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 24) ^ (hash & 0xffffff);
}

function unpack(): Map<number, number> {
  const bytes = Uint8Array.from(atob(weights.packed), (c) => c.charCodeAt(0));
  const found = new Map<number, number>();
  for (let i = 0; i + 4 <= bytes.length; i += 4)
    found.set((bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!, ((bytes[i + 3]! << 24) >> 24) * weights.step);
  return found;
}
