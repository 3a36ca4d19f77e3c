// What is counted of an answer to tell a refusal from any other answer. What it says counts by the lexicon's concepts first, so that what
// was fitted in one language holds in the next; words of its own only where many answers use them. The same code runs in `npm run fit:refusal`.
import { read } from '../../language/languages.ts';
import { signed } from '../../language/statements.ts';
import type { OwnWords, Place } from './own-words.ts';

/** Words of one answer that are read: refusals speak early. */
const MOST_WORDS = 80;
/** Letters of a word that count: endings change, stems stay. */
const STEM = 6;

/** Features of an answer; each stands once. */
export function featuresOf({ place, said, beside = [], shape }: OwnWords, status: number): readonly string[] {
  const features = new Set<string>([`at ${place}`, `status ${status}`]);
  for (const one of shape) features.add(one).add(`${one} @${place}`);
  const kind = kindOf(place, said, shape);
  addWords(features, kind, said, true);
  addWords(features, `${kind}, beside`, beside, false);
  return [...features];
}

/** The same words mean more where an answer says nothing else: a page or a line counts by its length, an object by what it carries. */
function kindOf(place: Place, said: OwnWords['said'], shape: readonly string[]): string {
  if (place === 'page') return shape.find((one) => one.startsWith('words ')) ?? place;
  if (place === 'line')
    return `line ${lengthOf(said.reduce((sum, { fact }) => sum + fact.text.split(/\s+/).length, 0))}`;
  return place === 'envelope' && shape.includes('carries many') ? 'full envelope' : place;
}

/** What texts say: of itself everywhere where they are the answer's own, at their place only where they stand beside. */
function addWords(features: Set<string>, place: string, said: OwnWords['said'], own: boolean): void {
  const add = (feature: string): void => {
    features.add(`${feature} @${place}`);
    if (own) features.add(feature);
  };
  let words = 0;
  let known = 0;
  for (const { fact } of said) {
    if (words >= MOST_WORDS) break;
    const { tokens, tags, statements } = read(fact.text.slice(0, 1000));
    words += tokens.length;
    const covered = new Set<number>();
    let last = '';
    for (const tag of tags) {
      for (let i = tag.from; i < tag.to; i++) covered.add(i);
      if (tag.concept === 'filler') continue;
      const concept = signed(tag);
      add(`c:${concept}`);
      if (last && own) features.add(`p:${last} ${concept}`);
      last = concept;
    }
    known += covered.size;
    for (const { thing, state, denied } of statements) {
      const statement = signed({ concept: state, denied });
      add(`s:${thing}.${statement}`);
      features.add(`t:${statement} @${place}`);
    }
    if (own)
      for (const { text } of tokens) features.add(`w:${/^\d/.test(text) ? numberOf(text) : text.slice(0, STEM)}`);
  }
  features.add(`length ${lengthOf(words)} @${place}`);
  if (words) features.add(`known ${Math.round((known / words) * 4)} @${place}`);
}

function lengthOf(words: number): string {
  return words === 0 ? 'none' : words < 4 ? 'word' : words < 14 ? 'sentence' : words < 40 ? 'note' : 'long';
}

/** HTTP's numbers for errors stay, also where a program adds digits of its own (40101); other numbers are alike. */
function numberOf(digits: string): string {
  return /^(?:[45]\d\d|40[13]\d{1,3})$/.test(digits) ? digits.slice(0, 3) : '#';
}
